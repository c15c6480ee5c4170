import { describe, expect, test } from 'vitest'
import { cleanArticle } from './clean-article.ts'
import { serializeHtml, toNoscriptImages } from './serialize-html.ts'
import { toElement, toText } from './tree/article-tree.ts'

describe('written HTML', () => {
  test.each([
    ['text', [toText('a < b & c > "d"')], 'a &lt; b &amp; c &gt; "d"'],
    [
      'attributes',
      [toElement('p', [['title', '</noscript><img src=x onerror="alert(1)">&']])],
      '<p title="&lt;/noscript&gt;&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&amp;"></p>',
    ],
    ['void elements', [toElement('br'), toElement('img', [['alt', '']])], '<br><img alt="">'],
    ['a first line break', [toElement('pre', [], [toText('\na')])], '<pre>\n\na</pre>'],
  ])('S2 escapes %s', (_, nodes, html) => {
    expect(serializeHtml(nodes)).toBe(html)
  })
})

test('S2 pictures of a part are put into noscript, whatever their words say', () => {
  const body =
    '<p>&lt;img src=x&gt;<img src="https://a.example/1.png" alt="></noscript><script>alert(1)</script>">' +
    '<a href="https://b.example/"><img src="https://a.example/2.png" alt="b"></a></p>'
  const [part = ''] = cleanArticle({ body, bodyForm: 'html' }).parts
  const html = toNoscriptImages(part)
  expect(html.match(/<noscript><img [^<>]*><\/noscript>/g)).toHaveLength(2)
  expect(html.match(/<\/?noscript>/g)).toHaveLength(4)
  expect(html).not.toContain('<script>')
  expect(html.replaceAll(/<\/?noscript>/g, '')).toBe(part)
})
