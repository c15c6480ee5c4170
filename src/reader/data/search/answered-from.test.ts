import { expect, test } from 'vitest'
import { isAnsweredFrom } from './answered-from.ts'

test.each([
  ['a list with the query', ['selection', 'tag=a&q=sea'], { query: 'sea' }, true],
  ['a list with another query', ['selection', 'q=sea+wall'], { query: 'sea' }, false],
  ['the hits themselves', ['found', 'q=sea', undefined], { query: 'sea' }, false],
  ['a list, whose clock does not matter', ['x', 'q=sea'], { query: 'sea', clock: 'UTC' }, true],
  [
    'days on the same clock',
    ['x', 'q=date:2020&clock=source'],
    { query: 'date:2020', clock: 'source' },
    true,
  ],
  ['days on another clock', ['x', 'q=date:2020'], { query: 'date:2020', clock: 'source' }, false],
] as const)('%s: %j of %j is %s', (_, key, asked, answered) => {
  expect(isAnsweredFrom(key, asked as Parameters<typeof isAnsweredFrom>[1])).toBe(answered)
})
