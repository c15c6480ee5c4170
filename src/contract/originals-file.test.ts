import { expect, test } from 'vitest'
import { ContractError } from './contract-error.ts'
import { parseOriginals, postsPerOriginalsFile, toOriginalsNumber } from './originals-file.ts'

const whole = {
  firstOrdinal: postsPerOriginalsFile,
  urls: ['https://example.org/a', null],
  titles: [[1, 'A whole title']],
}

test('addresses and whole titles are read as they were written', () => {
  expect(parseOriginals(JSON.parse(JSON.stringify(whole)))).toEqual(whole)
})

test.each<[string, unknown]>([
  ['nothing', null],
  ['a list', []],
  ['no first post', { urls: [], titles: [] }],
  ['a first post in the middle of a file', { ...whole, firstOrdinal: 1 }],
  ['a negative first post', { ...whole, firstOrdinal: -postsPerOriginalsFile }],
  ['half an address', { ...whole, urls: ['example.org/a'] }],
  ['an address that is a script', { ...whole, urls: ['javascript:alert(1)', null] }],
  ['an address of data', { ...whole, urls: ['data:text/html,<b>x</b>', null] }],
  [
    'more posts than a file has',
    { ...whole, urls: Array.from({ length: postsPerOriginalsFile + 1 }, () => null) },
  ],
  ['a title of a post that is not in it', { ...whole, titles: [[2, 'x']] }],
  ['a title that is no text', { ...whole, titles: [[0, { toString: 'x' }]] }],
  ['a title without its place', { ...whole, titles: [['x']] }],
])('%s is rejected', (_, value) => {
  expect(() => parseOriginals(value)).toThrow(ContractError)
})

test('each post is in one file', () => {
  const ordinals = [0, postsPerOriginalsFile - 1, postsPerOriginalsFile]
  expect(ordinals.map(toOriginalsNumber)).toEqual([0, 0, 1])
})
