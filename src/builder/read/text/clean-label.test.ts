import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanLabel } from './clean-label.ts'

describe('a label', () => {
  test.each([
    ['Jessica &#38; Shen', 'Jessica & Shen'],
    ['A &amp; B &#x26; C', 'A & B & C'],
    ['A &amp;amp; B', 'A &amp; B'],
    ['&lt;b&gt; &quot;x&quot; &#8217;', '<b> "x" ’'],
    ['AT&T R&D &copy &nothing;', 'AT&T R&D &copy &nothing;'],
    ['&#0;&#x110000;', '\ufffd\ufffd'],
    ['  a  b\t\nc ', 'a  b c'],
    ['a\u0000b\u0085c\u001b[31m', 'abc[31m'],
    ['\u202egnp.exe\u2066x\u2069', 'gnp.exex'],
    ['标题\ufffc 一', '标题 一'],
    ['cafe\u0301', 'café'],
    ['\ud800x', '\ufffdx'],
    ['👩‍👩‍👧 标题', '👩‍👩‍👧 标题'],
    ['<script>alert(1)</script>', '<script>alert(1)</script>'],
    [' \u3000\ufeff', ''],
  ])('%j is cleaned to %j', (text, expected) => {
    expect(cleanLabel(text)).toBe(expected)
  })

  test('never contains a control character, bidi override or lone surrogate', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(cleanLabel(text)).not.toMatch(/[\p{Cc}\p{Surrogate}\u202a-\u202e\u2066-\u2069]/u)
      }),
    )
  })
})
