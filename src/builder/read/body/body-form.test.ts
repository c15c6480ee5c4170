import { describe, expect, test } from 'vitest'
import { toBodyForm } from './body-form.ts'

describe('B15 a body', () => {
  test.each([
    ['<div>\nx\n\n    y\n</div>', 'html'],
    ['words <b>bold</b> words', 'html'],
    ['words<br>words', 'html'],
    ['# Heading\n\nwith <em>both</em>\n\n- a\n- b', 'markdown'],
    ['**a** and **b**<br>\n![c](d.jpg) <img src="e.jpg">', 'markdown'],
    ['# Heading\n\n<div>- a</div>\n\n- a\n- b', 'html'],
    ['- a\n- b\n\n<p>words</p>\n\n- c\n- d', 'html'],
    ['<em>both</em>\n\n- a\n- b\n\n# c', 'html'],
    ['-----<br>\n#tag words<br>\n**********', 'html'],
    ['<!-- note -->', 'html'],
    ['</p>', 'html'],
    ['<IMG SRC=x>', 'html'],
    ['# Heading\n\n- a\n- b', 'markdown'],
    ['# One\n\n## Two', 'markdown'],
    ['Heading\n=======\n\n> quote', 'markdown'],
    ['**bold** and [link](https://example.org)', 'markdown'],
    ['```\n<div>\n```\n\nUse `<b>` here.', 'markdown'],
    ['1. a\n2. b\n\n1) c\n2) d', 'markdown'],
    ['![a](b.jpg)\n\n[c](d.html)', 'markdown'],
    ['| a | b |\n|---|---|\n| `1` | 2 |', 'markdown'],
    ['plain words', 'text'],
    ['', 'text'],
    ['***** separators *****\n*****\n*****', 'text'],
    ['#hashtag #another\n#third', 'text'],
    ['one **bold** look-alike', 'text'],
    ['a < b and c > d', 'text'],
    ['<https://example.org> is an address', 'text'],
    ['I <3 you > me', 'text'],
    ['- one line with a dash', 'text'],
    ['<nonsense>', 'text'],
    ['a\n\n    b\n    c', 'text'],
  ])('B15 %j is %s', (body, expected) => {
    expect(toBodyForm(body)).toBe(expected)
  })

  test.each([
    ['<a', 'text'],
    ['<', 'text'],
    ['*', 'text'],
    ['**a', 'text'],
    ['`', 'text'],
    ['[', 'text'],
    ['[a](', 'text'],
    ['# ', 'text'],
    ['> ', 'text'],
    ['- a\n', 'markdown'],
    ['|-', 'text'],
    ['~~~', 'text'],
    ['!', 'text'],
    ['=\n', 'text'],
    ['a\n', 'text'],
  ])('S20 finds the form of a million of %j', (text, form) => {
    expect(toBodyForm(text.repeat(1_000_000))).toBe(form)
  })
})
