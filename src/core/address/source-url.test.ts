import { describe, expect, test } from 'vitest'
import { repairSourceUrl, toSourceUrlKey } from './source-url.ts'

describe('a URL encoded twice', () => {
  test.each([
    ['is repaired', 'https://a.example/%25E9%25A6%2599-b', 'https://a.example/%E9%A6%99-b'],
    [
      'is repaired in its query too',
      'https://a.example/?q=%25e9%25a6%2599',
      'https://a.example/?q=%e9%a6%99',
    ],
    [
      'is repaired once only',
      'https://a.example/%2525E9%2525A6%252599',
      'https://a.example/%2525E9%2525A6%252599',
    ],
    [
      'stays the same if it is only ASCII',
      'https://a.example/a%2520b',
      'https://a.example/a%2520b',
    ],
    [
      'stays the same if another byte is encoded once',
      'https://a.example/%25E9%A6',
      'https://a.example/%25E9%A6',
    ],
    [
      'stays the same if its bytes are malformed',
      'https://a.example/%25E9%25A6',
      'https://a.example/%25E9%25A6',
    ],
    [
      'stays the same if it is not encoded twice',
      'https://a.example/%E9%A6%99?a=100%',
      'https://a.example/%E9%A6%99?a=100%',
    ],
  ])('%s', (_, written, repaired) => {
    expect(repairSourceUrl(written)).toBe(repaired)
  })
})

describe('URLs of one article have the same key', () => {
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
      'tracking parameters among others',
      'https://a.example/x?fbclid=1&p=2&ref=home',
      'https://a.example/x?p=2',
    ],
    ['feed reader', 'https://medium.com/p/x?source=rss----1---2', 'https://medium.com/p/x'],
    ['order of parameters', 'https://a.example/?b=1&a=2', 'https://a.example/?a=2&b=1'],
    ['case of encoding', 'https://a.example/%e9%a6%99', 'https://a.example/%E9%A6%99'],
    ['needless encoding', 'https://a.example/%7Ea%2Db', 'https://a.example/~a-b'],
    ['unencoded characters', 'https://a.example/香', 'https://a.example/%E9%A6%99'],
    ['double encoding', 'https://a.example/%25E9%25A6%2599', 'https://a.example/%E9%A6%99'],
    [
      'form of a video URL',
      'https://youtu.be/abcdefghijk?t=9',
      'https://www.youtube.com/watch?v=abcdefghijk&feature=share',
    ],
    [
      'player of a video',
      'https://www.youtube.com/shorts/abcdefghijk',
      'https://www.youtube-nocookie.com/embed/abcdefghijk',
    ],
  ])('regardless of %s', (_, one, other) => {
    expect(toSourceUrlKey(one)).toBeDefined()
    expect(toSourceUrlKey(one)).toBe(toSourceUrlKey(other))
  })
})

describe('two articles differ by', () => {
  test.each([
    ['path', 'https://a.example/x', 'https://a.example/y'],
    ['case of the path', 'https://a.example/x', 'https://a.example/X'],
    ['parameter', 'https://a.example/?p=1', 'https://a.example/?p=2'],
    ['source that is not a feed', 'https://a.example/?source=a', 'https://a.example/?source=b'],
    ['host', 'https://m.a.example/x', 'https://a.example/x'],
    ['port', 'https://a.example:8080/x', 'https://a.example/x'],
    ['fragment that is a path', 'https://a.example/#/x', 'https://a.example/#/y'],
    ['encoded slash', 'https://a.example/a%2Fb', 'https://a.example/a/b'],
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
])('%s identifies no article', (url) => {
  expect(toSourceUrlKey(url)).toBeUndefined()
})
