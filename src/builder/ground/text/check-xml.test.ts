import { describe, expect, test } from 'vitest'
import { findXmlFault } from './check-xml.ts'

describe('well-formed XML with namespaces', () => {
  test.each([
    ['elements, attributes and text', '<a b="1"><c/>x</a>'],
    ['a declared prefix', '<a xmlns:x="urn:x"><x:c/></a>'],
    ['references that XML knows', '<a>&amp;&lt;&#38;&#x26;</a>'],
  ])('may hold %s', (_, text) => {
    expect(findXmlFault(text)).toBeUndefined()
  })

  test.each([
    ['an element without an end', '<a><b></a>'],
    ['two roots', '<a/><b/>'],
    ['text after its root', '<a/>x'],
    ['no root', ''],
    ['a bare ampersand', '<a>a & b</a>'],
    ['an entity of HTML', '<a>&nbsp;</a>'],
    ['a control character', '<a>\u0008</a>'],
    ['a reference to a control character', '<a>&#8;</a>'],
    ['half of a surrogate pair', '<a>\uD83D</a>'],
    ['a non-character', '<a>\uFFFE</a>'],
    ['an attribute twice', '<a b="1" b="2"/>'],
    ['an attribute without quotes', '<a b=1/>'],
    ['an attribute without a value', '<a b/>'],
    ['`<` in an attribute', '<a b="<"/>'],
    ['an element with a prefix that is not declared', '<x:a/>'],
    ['an attribute with a prefix that is not declared', '<a x:b="1"/>'],
    ['one attribute by two prefixes', '<a xmlns:x="urn:x" xmlns:y="urn:x" x:b="1" y:b="2"/>'],
    ['`]]>` in a text', '<a>]]></a>'],
    ['`--` in a comment', '<a><!-- a -- b --></a>'],
    ['a declaration that does not come first', ' <?xml version="1.0"?><a/>'],
    ['a name that begins with a digit', '<1a/>'],
    ['a section of characters without an end', '<a><![CDATA[x</a>'],
    ['a space before a name', '< a/>'],
  ])('may not hold %s', (_, text) => {
    expect(findXmlFault(text)).toEqual(expect.any(String))
  })
})
