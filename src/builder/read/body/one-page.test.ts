import { describe, expect, test } from 'vitest'
import { isOnePage } from './one-page.ts'

describe('B15 a body is one HTML page', () => {
  test.each([
    ['one container', '<div>\nx\n\n    y\n</div>', true],
    ['one container with what looks like Markdown', '<div>\n# a\n\n- **b**\n- c\n</div>', true],
    ['containers in a container', '<div><div>a</div>\n<div>b</div></div>', true],
    ['a document', '<!DOCTYPE html>\n<html><body># a</body></html>\n', true],
    ['several blocks', '<p>a</p>\n\n<p>b</p>\n<hr>\n<ul><li>c</li></ul>', true],
    ['blocks with comments between', '<!-- a -->\n<p>b</p>\n<!-- c -->', true],
    [
      'a container with an end tag too many',
      '<div>a</div></div><button>b</button><p>c</p>\n</div>',
      true,
    ],
    ['words between containers', '<div>a</div>\n\nb\n\n<div>c</div>', false],
    [
      'a button between containers and words',
      '<div>a</div><button>b</button>\n\nc\n\n<div>c</div>',
      false,
    ],
    ['a container that never ends', '<article>\na\n\n    b', true],
    ['words behind a block', '<p>a</p>\n\nb', false],
    ['words before a block', 'a\n\n<div>b</div>', false],
    ['words between blocks', '<div>a</div>\nb\n<div>c</div>', false],
    ['a picture in a paragraph of its own', '<img src="a.png">', false],
    ['a comment alone', '<!-- a -->', false],
    ['a block that asks for Markdown', '<div markdown="1">\n*a*\n</div>', false],
    ['Markdown in a fold', '<details><summary>a</summary>\n\n- b\n- c\n\n</details>', false],
    ['an open paragraph', '<p>a\n\n# b', false],
    ['an open container above Markdown', '<div>\n\n# b\n\n- c\n- d', false],
    ['nothing', '', false],
    ['words', 'a', false],
  ])('%s: %j is %s', (_, body, expected) => {
    expect(isOnePage(body)).toBe(expected)
  })

  test.each(['<div>', '<p></p>', '<p>', '<!--', '<!-- -->', '<div ', '<', ' ', '<br>', '</div>'])(
    'S20 is decided for a million of %j',
    (text) => {
      expect(typeof isOnePage(text.repeat(1_000_000))).toBe('boolean')
    },
  )
})
