import { expect, test } from 'vitest'
import { cleanArticle } from '../../clean-article.ts'

test.each([
  ['<o:p>The quay</o:p> *was* <st1:place>Pier</st1:place>', '<p>The quay <em>was</em> Pier</p>'],
  ['a <v:line x="1"/> b <urn:isbn:1>', '<p>a b urn:isbn:1</p>'],
  [
    'half: <m:math><m:mfrac><m:mn>1</m:mn><m:mn>2</m:mn></m:mfrac></m:math>',
    '<p>half: <code>1/2</code></p>',
  ],
  ['a `<o:p>` b', '<p>a <code>&lt;o:p&gt;</code> b</p>'],
])('tags with a prefix leave their words: %s', (body, html) => {
  const { parts } = cleanArticle({ body, bodyForm: 'markdown' })
  expect(parts.join('')).toBe(html)
})

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
