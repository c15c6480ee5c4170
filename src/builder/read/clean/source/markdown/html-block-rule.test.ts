import { expect, test } from 'vitest'
import { cleanArticle } from '../../clean-article.ts'

test.each([
  [
    'where another element begins on the line of its end',
    '<div>a</div><pre><b>x</b>\n<b>y</b></pre>\n**c**',
    '<div>a</div><pre><b>x</b>\n<b>y</b></pre><p><strong>c</strong></p>',
  ],
  [
    'where that one holds blank lines',
    '<p>a</p><pre>x\n\n**y**</pre>\n**c**',
    '<p>a</p><pre>x\n\n**y**</pre><p><strong>c</strong></p>',
  ],
  [
    'but not where it ends there too',
    '<p>a</p><p>b</p>\n**c**',
    '<p>a</p><p>b</p><p><strong>c</strong></p>',
  ],
])('a block of HTML goes on %s', (_, body, html) => {
  expect(cleanArticle({ body, bodyForm: 'markdown' }).parts.join('')).toBe(html)
})
