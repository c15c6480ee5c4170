// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { areOnOnePage, toSiteUrl, toLocation, toPath } from './location.ts'

const entry = { state: null, key: 'a' }

test.each([
  ['/posts/x?compare=y#z', '/posts/x?compare=y#z'],
  ['//other.example/x', '//other.example/x'],
  ['/\\other.example', '//other.example'],
  ['/a b', '/a%20b'],
])('%s is an address of this site', (path, shown) => {
  const address = toSiteUrl(path)
  expect(address.origin).toBe(globalThis.location.origin)
  expect(toPath(toLocation(address, entry))).toBe(shown)
})

test.each([
  ['/?q=a', '/?q=a#b', true],
  ['/?q=a#b', '/?q=a', true],
  ['/?q=a#b', '/?q=a#b', false],
  ['/?q=a', '/?q=b#b', false],
  ['/', '/about#b', false],
])('%s and %s are places on one page: %s', (one, other, expected) => {
  const [first, second] = [one, other].map((path) => toLocation(toSiteUrl(path), entry))
  expect(first && second && areOnOnePage(first, second)).toBe(expected)
})
