import { expect, test } from 'vitest'
import { escapeXml, xmlText } from './xml-text.ts'

test.each([
  ['controls go', 'a\u0000b\u0008c\u001Fd\u007Fe\u0080f', 'abcdef'],
  ['tabs and line ends stay', 'a\tb\nc', 'a\tb\nc'],
  ['halves of surrogate pairs go', 'a\uD83Db\uDE00c', 'abc'],
  ['whole pairs stay', 'a😀𠮷', 'a😀𠮷'],
  ['non-characters go', 'a\uFFFEb\uFFFFc\uFDD0d', 'abcd'],
  ['the end of a section of characters is escaped', ']]>', ']]&gt;'],
  ['markup becomes text', `<b a="1" c='2'>&amp;</b>`, `&lt;b a="1" c='2'&gt;&amp;amp;&lt;/b&gt;`],
])('%s', (_, text, escaped) => {
  expect(escapeXml(text)).toBe(escaped)
})

test('attributes that are absent are left out', () => {
  expect(xmlText('a', 'x', { b: undefined, c: '"<' })).toBe('<a c="&quot;&lt;">x</a>')
})
