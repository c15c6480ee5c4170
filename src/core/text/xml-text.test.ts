import { expect, test } from 'vitest'
import { escapeXml, xmlText } from './xml-text.ts'

test.each([
  ['removes control characters', 'a\u0000b\u0008c\u001Fd\u007Fe\u0080f', 'abcdef'],
  ['keeps tabs and line breaks', 'a\tb\nc', 'a\tb\nc'],
  ['removes lone surrogates', 'a\uD83Db\uDE00c', 'abc'],
  ['keeps surrogate pairs', 'a😀𠮷', 'a😀𠮷'],
  ['removes noncharacters', 'a\uFFFEb\uFFFFc\uFDD0d', 'abcd'],
  ['escapes the end of a CDATA section', ']]>', ']]&gt;'],
  ['escapes markup', `<b a="1" c='2'>&amp;</b>`, `&lt;b a="1" c='2'&gt;&amp;amp;&lt;/b&gt;`],
])('%s', (_, text, escaped) => {
  expect(escapeXml(text)).toBe(escaped)
})

test('leaves out absent attributes', () => {
  expect(xmlText('a', 'x', { b: undefined, c: '"<' })).toBe('<a c="&quot;&lt;">x</a>')
})
