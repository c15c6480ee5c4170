import { expect, test } from 'vitest'
import { toOwnPlace } from './own-place.ts'

const starts = ['https://archive.example/news/', 'https://www.mirror.example/']

test.each([
  ['a post', 'https://archive.example/news/posts/2020-01-01-abcdefgh', '2020-01-01-abcdefgh'],
  ['a passage of a post', 'https://mirror.example/posts/x#passage=1-2-abcdef', 'x'],
  ['a post by another scheme', 'http://www.archive.example/news/posts/x', 'x'],
  ['a post in capitals', 'HTTPS://Archive.EXAMPLE/news/posts/x', 'x'],
  ['a post of a copy on a disk', 'file:///home/a/boat.html#/posts/x', 'x'],
  ['a post of a copy on the own host', 'https://archive.example/news/boat.html#/posts/x', 'x'],
])('%s is a post of this archive', (_, address, id) => {
  expect(toOwnPlace(address, starts)).toEqual({ id })
})

test.each([
  ['https://archive.example/news/2020/01/01/fog.html', '/2020/01/01/fog.html'],
  ['https://archive.example/news/', '/'],
])('%s may be a page of the site that this archive was', (address, path) => {
  expect(toOwnPlace(address, starts)).toEqual({ path })
})

test.each([
  ['a post of a copy on another host', 'https://other.example/boat.html#/posts/x'],
  ['a path of another host', 'https://other.example/posts/x'],
  ['a folder beside', 'https://archive.example/newsletter/posts/x'],
  ['a host that begins alike', 'https://mirror.example.evil.example/posts/x'],
  ['a user who is called like the host', 'https://mirror.example@evil.example/posts/x'],
  ['a file', 'file:///posts/x'],
  ['no address', 'posts/x'],
])('%s is not taken for ours', (_, address) => {
  expect(toOwnPlace(address, starts)).toBeUndefined()
})

test('a page without an address of its own takes none for its own', () => {
  expect(toOwnPlace('https://archive.example/posts/x', ['null/'])).toBeUndefined()
})
