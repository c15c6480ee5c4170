import { expect, test } from 'vitest'
import { parseBase, toSiteBase, toSiteTitle } from './site-title.ts'

const collection = (name: string, config: { title?: string; baseurl?: string } = {}) => ({
  name,
  root: `/${name}`,
  config,
})

test.each([
  ['/', '/'],
  ['', '/'],
  ['/sub', '/sub/'],
  ['/sub/folder/', '/sub/folder/'],
  ['sub', '/sub/'],
  ['//host.example/', undefined],
  ['/a b/', undefined],
  ['/../up/', undefined],
  ['/%2e%2e/', undefined],
  ['/"><script>', undefined],
  ["/';script-src *", undefined],
])('the base %j is %j', (text, base) => {
  expect(parseBase(text)).toBe(base)
})

test('the title is the one asked for, else the titles of the collections, else their names', () => {
  const one = collection('harbour', { title: 'Harbour News' })
  expect(toSiteTitle('Mine', [one])).toBe('Mine')
  expect(toSiteTitle(undefined, [one])).toBe('Harbour News')
  expect(toSiteTitle(undefined, [collection('harbour')])).toBe('harbour')
  expect(toSiteTitle(undefined, [one, collection('tea')])).toBe('Harbour News · tea')
})

test('the base is the one asked for, else of the only collection, else the root', () => {
  const one = collection('harbour', { baseurl: '/news' })
  expect(toSiteBase('/mine/', [one])).toBe('/mine/')
  expect(toSiteBase(undefined, [one])).toBe('/news/')
  expect(toSiteBase(undefined, [one, collection('tea')])).toBe('/')
  expect(toSiteBase(undefined, [collection('x', { baseurl: 'https://x.example/"' })])).toBe('/')
})
