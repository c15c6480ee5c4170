import { expect, test } from 'vitest'
import { listFileHints } from './file-hints.ts'
import { toAddressKey } from './find-by-address.ts'

test.each([
  ['https://a.example/b', 'http://www.a.example/b/#c'],
  ['https://a.example/%E6%B5%B7', 'https://a.example/海'],
  ['https://a.example', 'https://a.example/'],
])('%s and %s are one page', (one, other) => {
  expect(toAddressKey(one)).toBe(toAddressKey(other))
})

test.each([
  ['https://a.example/b', 'https://a.example/c'],
  ['https://a.example/?b=1', 'https://a.example/?b=2'],
  ['https://a.example/b', 'https://b.example/b'],
])('%s and %s are two', (one, other) => {
  expect(toAddressKey(one)).not.toBe(toAddressKey(other))
})

test.each(['mailto:a@b.example', 'no address', 'javascript:alert(1)'])(
  '%s is no page',
  (address) => {
    expect(toAddressKey(address)).toBeUndefined()
  },
)

test.each([
  ['https://a.example/%E6%B', 'a.example/%E6%B'],
  ['https://a.example/%E0%A4%A', 'a.example/%E0%A4%A'],
  ['https://a.example/%E6%B5%B7/%E0%A4%A', 'a.example/海/%E0%A4%A'],
])(
  'of %s damaged signs in percent are taken as they are, the others as letters',
  (address, key) => {
    expect(toAddressKey(address)).toBe(key)
  },
)

test('a file names days and addresses by its name and front matter alone', () => {
  const text =
    '---\ndate: 2020-08-30T21:56:11Z\nfrom: https://a.example/b\n---\n1999-01-01 https://c.example'
  expect(listFileHints('2020-08-29-fog.md', text)).toEqual({
    days: ['2020-08-29', '2020-08-30'],
    addresses: ['https://a.example/b'],
  })
})
