import { describe, expect, test } from 'vitest'
import { repairSourceUrl, toSourceUrlKey } from './source-url.ts'

describe('an address encoded twice', () => {
  test.each([
    ['is repaired', 'https://a.example/%25E9%25A6%2599-b', 'https://a.example/%E9%A6%99-b'],
    ['in its query too', 'https://a.example/?q=%25e9%25a6%2599', 'https://a.example/?q=%e9%a6%99'],
    [
      'is repaired once only',
      'https://a.example/%2525E9%2525A6%252599',
      'https://a.example/%2525E9%2525A6%252599',
    ],
    ['of ASCII alone stays', 'https://a.example/a%2520b', 'https://a.example/a%2520b'],
    ['beside one encoded once stays', 'https://a.example/%25E9%A6', 'https://a.example/%25E9%A6'],
    ['of broken bytes stays', 'https://a.example/%25E9%25A6', 'https://a.example/%25E9%25A6'],
    [
      'that is none stays',
      'https://a.example/%E9%A6%99?a=100%',
      'https://a.example/%E9%A6%99?a=100%',
    ],
  ])('%s', (_, written, repaired) => {
    expect(repairSourceUrl(written)).toBe(repaired)
  })
})

describe('one article', () => {
  test.each([
    ['scheme', 'http://a.example/x', 'https://a.example/x'],
    ['www.', 'https://www.a.example/x', 'https://a.example/x'],
    ['case of the host', 'https://A.Example/x', 'https://a.example/x'],
    ['default port', 'https://a.example:443/x', 'https://a.example/x'],
    ['default port of the other scheme', 'http://a.example:443/x', 'https://a.example/x'],
    ['slash at the end', 'https://a.example/x/', 'https://a.example/x'],
    ['fragment', 'https://a.example/x#comments', 'https://a.example/x'],
    ['utm parameters', 'https://a.example/x?utm_source=t&utm_medium=s', 'https://a.example/x'],
    [
      'tracking among others',
      'https://a.example/x?fbclid=1&p=2&ref=home',
      'https://a.example/x?p=2',
    ],
    ['feed reader', 'https://medium.com/p/x?source=rss----1---2', 'https://medium.com/p/x'],
    ['order of parameters', 'https://a.example/?b=1&a=2', 'https://a.example/?a=2&b=1'],
    ['case of encoding', 'https://a.example/%e9%a6%99', 'https://a.example/%E9%A6%99'],
    ['encoding at all', 'https://a.example/%7Ea%2Db', 'https://a.example/~a-b'],
    ['characters as they are', 'https://a.example/香', 'https://a.example/%E9%A6%99'],
    ['encoding twice', 'https://a.example/%25E9%25A6%2599', 'https://a.example/%E9%A6%99'],
    [
      'form of a video address',
      'https://youtu.be/abcdefghijk?t=9',
      'https://www.youtube.com/watch?v=abcdefghijk&feature=share',
    ],
    [
      'player of a video',
      'https://www.youtube.com/shorts/abcdefghijk',
      'https://www.youtube-nocookie.com/embed/abcdefghijk',
    ],
  ])('whatever the %s', (_, one, other) => {
    expect(toSourceUrlKey(one)).toBeDefined()
    expect(toSourceUrlKey(one)).toBe(toSourceUrlKey(other))
  })
})

describe('two articles differ by', () => {
  test.each([
    ['path', 'https://a.example/x', 'https://a.example/y'],
    ['case of the path', 'https://a.example/x', 'https://a.example/X'],
    ['parameter', 'https://a.example/?p=1', 'https://a.example/?p=2'],
    ['source that is none of a feed', 'https://a.example/?source=a', 'https://a.example/?source=b'],
    ['host', 'https://m.a.example/x', 'https://a.example/x'],
    ['port', 'https://a.example:8080/x', 'https://a.example/x'],
    ['fragment that is a path', 'https://a.example/#/x', 'https://a.example/#/y'],
    ['a slash that is encoded', 'https://a.example/a%2Fb', 'https://a.example/a/b'],
    [
      'video',
      'https://www.youtube.com/watch?v=abcdefghijk',
      'https://www.youtube.com/watch?v=abcdefghijK',
    ],
  ])('%s', (_, one, other) => {
    expect(toSourceUrlKey(one)).not.toBe(toSourceUrlKey(other))
  })
})

test.each([
  'https://a.example',
  'https://a.example/',
  'http://www.a.example/?utm_source=rss',
  'https://a.example/#top',
  'no address',
])('%s names no article', (url) => {
  expect(toSourceUrlKey(url)).toBeUndefined()
})
