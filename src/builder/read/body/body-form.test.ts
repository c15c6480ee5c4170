import { describe, expect, test } from 'vitest'
import { toBodyForm, toDescriptionForm } from './body-form.ts'

describe('B15 a body of a Markdown file', () => {
  test.each([
    ['<div>\nx\n\n    y\n</div>', 'html'],
    ['words <b>bold</b> words', 'markdown'],
    ['words<br>words', 'markdown'],
    ['<p class="meta">a</p>\n\nb **c**', 'markdown'],
    ['# Heading\n\n<div>- a</div>\n\n- a\n- b', 'markdown'],
    ['<!-- note -->\n\nwords', 'markdown'],
    ['<IMG SRC=x>', 'markdown'],
    ['plain words', 'markdown'],
    ['', 'markdown'],
  ])('B15 %j is %s', (body, expected) => {
    for (const name of ['a.md', 'a.markdown', 'A.MD']) expect(toBodyForm(body, name)).toBe(expected)
  })
})

describe('B15 a body of another file', () => {
  test.each([
    ['<div>\nx\n\n    y\n</div>', 'html'],
    ['words <b>bold</b> words', 'html'],
    ['# Heading\n\nwith <em>both</em>\n\n- a\n- b', 'html'],
    ['<!-- note -->', 'html'],
    ['</p>', 'html'],
    ['# Heading\n\n- a\n- b', 'markdown'],
    ['```\n<div>\n```\n\nUse `<b>` here.', 'markdown'],
    ['plain words', 'text'],
    ['***** separators *****\n*****\n*****', 'text'],
    ['#hashtag #another\n#third', 'text'],
    ['a < b and c > d', 'text'],
    ['I <3 you > me', 'text'],
    ['<nonsense>', 'text'],
  ])('B15 %j is %s', (body, expected) => {
    expect(toBodyForm(body, 'a.html')).toBe(expected)
  })
})

describe('B15 a description of a video in a Markdown file', () => {
  test.each([
    ['<div>\nx\n</div>', 'html'],
    ['0:00 start\n1:00 end\nInstagram: https://a.example', 'text'],
    ['***** separators *****\n*****', 'text'],
    ['one **bold** look-alike', 'text'],
    ['# Heading\n\n- a\n- b', 'markdown'],
    ['words<br>words', 'markdown'],
  ])('B15 %j is %s', (body, expected) => {
    expect(toDescriptionForm(body, 'a.md')).toBe(expected)
  })
})

describe('S20 the form is found', () => {
  test.each([
    '<a',
    '<',
    '*',
    '**a',
    '`',
    '[',
    '[a](',
    '# ',
    '> ',
    '- a\n',
    '|-',
    '~~~',
    '!',
    '=\n',
    'a\n',
  ])('of a million of %j', (text) => {
    expect(toBodyForm(text.repeat(1_000_000), 'a.md')).toBe('markdown')
    expect(toBodyForm(text.repeat(1_000_000), 'a.html')).not.toBe('html')
  })
})
