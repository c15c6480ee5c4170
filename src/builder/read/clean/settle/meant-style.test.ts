import { describe, expect, test } from 'vitest'
import { cleanArticle } from '../clean-article.ts'

function toHtml(body: string): string {
  return cleanArticle({ body, bodyForm: 'html', sourceUrl: 'https://news.example/a' }).parts.join(
    '',
  )
}

describe('weight, slant and lines that only a style says', () => {
  test.each([
    ['bold', '<p>a <span style="font-weight:bold">b</span> c</p>', '<p>a <strong>b</strong> c</p>'],
    [
      'bold by a number',
      '<p>a <font style="color:red;font-weight: 700">b</font></p>',
      '<p>a <strong>b</strong></p>',
    ],
    ['italic', '<p>a <span style="font-style:italic">b</span></p>', '<p>a <em>b</em></p>'],
    ['oblique', '<p>a <span style="FONT-STYLE: Oblique 10deg">b</span></p>', '<p>a <em>b</em></p>'],
    [
      'underlined',
      '<p>a <span style="text-decoration: underline dotted">b</span></p>',
      '<p>a <u>b</u></p>',
    ],
    [
      'several',
      '<p>a <span style="font-weight:bold;font-style:italic;text-decoration:underline line-through">b</span></p>',
      '<p>a <strong><em><u><s>b</s></u></em></strong></p>',
    ],
    [
      'a whole paragraph',
      '<p style="font-weight:bolder">a <a href="/x">b</a></p>',
      '<p><strong>a </strong><a href="https://news.example/x" rel="noopener noreferrer nofollow ugc" target="_blank"><strong>b</strong></a></p>',
    ],
    [
      'bold but for a word',
      '<p style="font-weight:bold">a <span style="font-weight:normal">b</span></p>',
      '<p><strong>a </strong>b</p>',
    ],
    [
      'a tag whose style takes it back',
      '<b style="font-weight:normal" id="docs-internal-guid-1"><p>a</p></b><p><i style="font-style: normal">b</i></p>',
      '<p>a</p><p>b</p>',
    ],
    [
      'light',
      '<p>a <b style="font-weight:400">b</b> <span style="font-weight:300">c</span></p>',
      '<p>a b c</p>',
    ],
  ])('%s', (_, body, html) => {
    expect(toHtml(body)).toBe(html)
  })

  test.each([
    ['what is bold already', '<p>a <b style="font-weight:bold">b</b></p>', '<p>a <b>b</b></p>'],
    [
      'a phrase in a bold one',
      '<p><strong>a <span style="font-weight:700">b</span></strong></p>',
      '<p><strong>a b</strong></p>',
    ],
    ['headings', '<h2 style="font-weight:bold">a</h2><p>b</p>', '<h2>a</h2><p>b</p>'],
    [
      'the colours of code',
      '<pre><code><span style="font-weight:bold">if</span> x</code></pre>',
      '<pre><code>if x</code></pre>',
    ],
    [
      'a link that is underlined as any',
      '<p><a href="/x" style="text-decoration:underline">b</a></p>',
      '<p><a href="https://news.example/x" rel="noopener noreferrer nofollow ugc" target="_blank">b</a></p>',
    ],
    [
      'a box around everything',
      '<div style="font-weight:bold"><p>a</p><p>b</p></div>',
      '<p>a</p><p>b</p>',
    ],
  ])('adds nothing to %s', (_, body, html) => {
    expect(toHtml(body)).toBe(html)
  })
})
