import { describe, expect, test } from 'vitest'
import {
  allowedAttributes,
  allowedTags,
  attributesByTag,
  droppedTags,
  globalAttributes,
  isBeaconUrl,
  linkUrlPattern,
  mediaUrlPattern,
  urlSafeAttributes,
} from './html-policy.ts'

describe('the policy', () => {
  test('S2 allows neither SVG nor MathML', () => {
    for (const tag of ['svg', 'math', 'foreignobject', 'mtext']) {
      expect(allowedTags).not.toContain(tag)
    }
  })

  test('S6 S8 S12 allows no frame, style, form or base', () => {
    const tags = ['iframe', 'object', 'embed', 'style', 'link', 'form', 'input', 'button', 'base']
    for (const tag of [...tags, 'meta', 'script', 'template', 'noscript']) {
      expect(allowedTags).not.toContain(tag)
    }
  })

  test('S8 S13 allows no style, class, name, form or handler', () => {
    for (const name of ['style', 'class', 'name', 'form', 'for', 'srcdoc', 'ping', 'download']) {
      expect(allowedAttributes).not.toContain(name)
    }
    expect(allowedAttributes.filter((name) => name.startsWith('on'))).toEqual([])
  })

  test('never drops what it allows', () => {
    expect(allowedTags.filter((tag) => droppedTags.includes(tag))).toEqual([])
  })

  test('lists every attribute once, and URL attributes separately', () => {
    const named = [...globalAttributes, ...Object.values(attributesByTag).flat()]
    expect(new Set(allowedAttributes)).toEqual(new Set(named))
    expect(allowedAttributes).toHaveLength(new Set(named).size)
    expect(allowedAttributes.filter((name) => !urlSafeAttributes.includes(name))).toEqual([
      'cite',
      'href',
      'src',
    ])
  })
})

test.each([
  ['https://a.example/', true],
  ['http://a.example/', true],
  ['mailto:a@b.example', true],
  ['#user-content-a', true],
  ['#root', false],
  ['javascript:alert(1)', false],
  ['data:text/html,x', false],
  ['//a.example/', false],
  ['ttps://a.example/', false],
  ['file:///etc/passwd', false],
])('S16 a link to %s: %s', (url, isAllowed) => {
  expect(linkUrlPattern.test(url)).toBe(isAllowed)
})

test.each([
  ['https://a.example/x.png', true],
  ['http://a.example/x.png', false],
  ['data:image/gif;base64,R0lGODlhAQABAAAAACw=', false],
])('S16 a picture from %s: %s', (url, isAllowed) => {
  expect(mediaUrlPattern.test(url)).toBe(isAllowed)
})

test.each([
  ['https://medium.com/_/stat?event=post.clientViewed', true],
  ['https://pixel.wp.com/b.gif?v=noscript', true],
  ['https://www.facebook.com/tr?id=1&ev=PageView', true],
  ['https://cdn-images-1.medium.com/max/1024/1*x.jpeg', false],
  ['https://i0.wp.com/a.example/stat.png', false],
])('S10 %s is a tracking pixel: %s', (url, isBeacon) => {
  expect(isBeaconUrl(url)).toBe(isBeacon)
})
