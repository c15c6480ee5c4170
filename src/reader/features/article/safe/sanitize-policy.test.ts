// @vitest-environment jsdom
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  allowedAttributes,
  allowedTags,
  linkUrlPattern,
  mediaUrlPattern,
} from '#core/html/html-policy.ts'
import { sanitizeHtml } from './sanitize-article.ts'

const patterns = new Map([
  ['href', linkUrlPattern],
  ['src', mediaUrlPattern],
  ['data-src', mediaUrlPattern],
  ['id', /^user-content-/],
])

test('S1 sanitizing arbitrary markup leaves only what the policy allows', () => {
  const tag = fc.constantFrom(
    ...allowedTags,
    'script',
    'svg',
    'math',
    'style',
    'form',
    'iframe',
    'template',
    'select',
    'mtext',
    'foreignObject',
    'x-y',
    'noscript',
    'title',
  )
  const name = fc.constantFrom(
    ...allowedAttributes,
    'onerror',
    'style',
    'class',
    'name',
    'srcset',
    'xlink:href',
    'srcdoc',
    'form',
    'data-src',
    'is',
    'slot',
    'background',
  )
  const value = fc.constantFrom(
    'x',
    'https://a.example/x',
    'javascript:alert(1)',
    '"><img src=x onerror=alert(1)>',
    '#root',
    '#user-content-a',
    'data:text/html,x',
    '</style><script>alert(1)</script>',
  )
  const attribute = fc.tuple(name, value).map(([key, text]) => `${key}='${text}'`)
  const piece = fc.oneof(
    fc
      .tuple(tag, fc.array(attribute, { maxLength: 3 }))
      .map(([open, list]) => `<${open} ${list.join(' ')}>`),
    tag.map((close) => `</${close}>`),
    fc.constantFrom('text', '<!--', '-->', '<![CDATA[', '&lt;', '<'),
  )
  const allowed = new Set<string>([...allowedAttributes, 'data-src', 'referrerpolicy'])
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
      for (const element of sanitizeHtml(pieces.join('')).querySelectorAll('*')) {
        expect(allowedTags).toContain(element.localName)
        expect(element.namespaceURI).toBe('http://www.w3.org/1999/xhtml')
        for (const { name, value } of element.attributes) {
          expect(allowed).toContain(name)
          expect(value).toMatch(patterns.get(name) ?? /^/)
        }
      }
    }),
    { numRuns: 300 },
  )
})
