import * as fc from 'fast-check'
import MarkdownIt from 'markdown-it'
import { expect, test } from 'vitest'
import { makeMarkdown } from './make-markdown.ts'

const plain = new MarkdownIt({ html: true })
plain.validateLink = () => true
const render = makeMarkdown()

const address = fc
  .tuple(
    fc.constantFrom(
      'image/png',
      'image/svg+xml',
      'application/vnd.a-b',
      'text/html',
      'IMAGE/x',
      '',
    ),
    fc.constantFrom(';base64,', ';charset=utf-8;base64,', ','),
    fc.string({
      unit: fc.constantFrom(
        'a',
        'Z',
        '0',
        '9',
        '+',
        '/',
        '=',
        '%',
        '2',
        'é',
        '#',
        '?',
        '"',
        '&',
        ';',
      ),
    }),
  )
  .map((parts) => `data:${parts.join('')}`)

test('an embedded file has the address that CommonMark gives it', () => {
  fc.assert(
    fc.property(address, (url) => {
      const text = `![a](<${url}>)`
      expect(render(text)).toBe(plain.render(text))
    }),
  )
})
