import { expect, test } from 'vitest'
import { parseCascade } from './cascade.ts'

test.each([
  [{ author: 'Ada' }, [['', { author: 'Ada' }]]],
  [{ params: { author: 'Ada' } }, [['', { author: 'Ada' }]]],
  [
    [
      { tags: ['sea'], _target: { path: '/log/**' } },
      { draft: true, target: { kind: 'section' } },
    ],
    [
      ['log', { tags: ['sea'] }],
      ['content/log', { tags: ['sea'] }],
    ],
  ],
  [{ author: 'Ada', target: { path: '/{log,tides}/**' } }, []],
  [{ author: 'Ada', target: { environment: 'production' } }, []],
  [{ target: { path: '/log' } }, []],
  ['log', []],
  [null, []],
])('%o gives posts %o', (value, defaults) => {
  expect(parseCascade(value).map(({ path, values }) => [path, values])).toEqual(defaults)
})

test('a cascade of a folder is for what lies below it', () => {
  expect(parseCascade({ author: 'Ada' }, 'log').map(({ path }) => path)).toEqual([
    'log',
    'content/log',
  ])
})
