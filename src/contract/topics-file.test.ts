import { expect, test } from 'vitest'
import { ContractError } from './contract-error.ts'
import { parseTopics } from './topics-file.ts'

const term = { term: '白帆号', posts: 5 }
const whole = { months: [{ month: '2017-04', terms: [term] }] }

test('terms of months are read as they were written, whatever they hold', () => {
  expect(parseTopics(JSON.parse(JSON.stringify(whole)))).toEqual(whole)
  const odd = { months: [{ month: '0001-12', terms: [{ term: '__proto__</script>', posts: 3 }] }] }
  expect(parseTopics(odd)).toEqual(odd)
})

test.each<[string, unknown]>([
  ['nothing', null],
  ['a list', []],
  ['no months', {}],
  ['a month that is none', { months: [{ month: '2017-13', terms: [term] }] }],
  ['a day', { months: [{ month: '2017-04-01', terms: [term] }] }],
  ['a path for a month', { months: [{ month: '../../x', terms: [term] }] }],
  ['a month without terms', { months: [{ month: '2017-04', terms: [] }] }],
  [
    'more terms than a month has',
    { months: [{ month: '2017-04', terms: Array.from({ length: 6 }, () => term) }] },
  ],
  ['a term that is no text', { months: [{ month: '2017-04', terms: [{ term: 1, posts: 1 }] }] }],
  ['a negative number', { months: [{ month: '2017-04', terms: [{ term: 'x', posts: -1 }] }] }],
  ['half a post', { months: [{ month: '2017-04', terms: [{ term: 'x', posts: 0.5 }] }] }],
])('%s is rejected', (_, value) => {
  expect(() => parseTopics(value)).toThrow(ContractError)
})
