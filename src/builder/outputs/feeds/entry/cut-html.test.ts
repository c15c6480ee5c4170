import { describe, expect, test } from 'vitest'
import { cutHtml } from './cut-html.ts'

describe('cutHtml', () => {
  test.each([
    ['after a whole block', '<p>one</p><p>two</p>', 12, '<p>one</p>'],
    ['and closes what is open', '<div><p>one</p><p>two</p></div>', 20, '<div><p>one</p></div>'],
    ['in a list', '<ul><li>a<br>b</li><li>c</li></ul>', 22, '<ul><li>a<br>b</li></ul>'],
    ['never inside a phrase', '<p><b>one</b> two</p>', 15, undefined],
    ['nothing from a long first block', '<p>one</p>', 5, undefined],
    [
      'correctly where attributes contain text like tags',
      '<p title="&lt;/p&gt;">one</p><p>two</p>',
      32,
      '<p title="&lt;/p&gt;">one</p>',
    ],
  ])('cuts %s', (_, html, longest, cut) => {
    expect(cutHtml(html, longest)).toBe(cut)
  })
})
