import { expect, test } from 'vitest'
import { parseBase, toSiteAddress, toSiteBase, toSiteTitle } from './site-title.ts'

const collection = (
  name: string,
  config: { title?: string; baseurl?: string; url?: string } = {},
) => ({
  name,
  root: `/${name}`,
  files: 1,
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

test('the title is the option, else the titles of the collections, else their names', () => {
  const one = collection('harbour', { title: 'Harbour News' })
  expect(toSiteTitle('Mine', [one])).toBe('Mine')
  expect(toSiteTitle(undefined, [one])).toBe('Harbour News')
  expect(toSiteTitle(undefined, [collection('harbour')])).toBe('harbour')
  expect(toSiteTitle(undefined, [one, collection('tea')])).toBe('Harbour News · tea')
})

test('the base is the option, else that of the only collection, else the root', () => {
  const one = collection('harbour', { baseurl: '/news' })
  expect(toSiteBase('/mine/', [one])).toBe('/mine/')
  expect(toSiteBase(undefined, [one])).toBe('/news/')
  expect(toSiteBase(undefined, [one, collection('tea')])).toBe('/')
  expect(toSiteBase(undefined, [collection('x', { baseurl: 'https://x.example/"' })])).toBe('/')
})

test('the address comes from the option or the only collection, and is unknown otherwise', () => {
  const one = collection('harbour', { url: 'https://harbour.example/' })
  const toAddress = (origin: string | undefined, ...collections: (typeof one)[]) =>
    toSiteAddress({ origin, base: '/news/' }, collections)
  expect(toAddress('https://mine.example', one)).toBe('https://mine.example/news/')
  expect(toAddress(undefined, one)).toBe('https://harbour.example/news/')
  expect(toAddress(undefined, one, collection('tea'))).toBeUndefined()
  expect(toAddress(undefined, collection('x', { url: 'javascript:alert(1)' }))).toBeUndefined()
  expect(toAddress(undefined, collection('x', { url: 'https://a:b@x.example' }))).toBeUndefined()
  expect(toAddress(undefined, collection('x', { url: 'not an address' }))).toBeUndefined()
})
