import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allowedTags } from '#core/html/html-policy.ts'
import { parseBookHtml } from './parse-book-html.ts'
import { findXmlFault, listXmlValues } from '#builder/ground/text/check-xml.ts'
import { cleanArticle } from '#builder/read/clean/clean-article.ts'
import { toBookAddress } from '#shape/book/book-address.ts'
import { toRubyPairs } from '#shape/book/book-parents.ts'
import { makeBookElement, type BookNode } from '#shape/book/book-tree.ts'
import { XhtmlWriter } from '#shape/book/xhtml-writer.ts'

const kept = 'https://a.example/kept.png'

function write(html: string): string {
  const writer = new XhtmlWriter({
    idStart: 'c1-',
    toLink: toBookAddress,
    toPicture: (url) =>
      url === kept ? { href: '../images/k.png', width: 5, height: 3 } : undefined,
    pictureName: 'picture',
  })
  writer.add(parseBookHtml(html))
  return writer.toString()
}

describe('what stands where it may', () => {
  test.each([
    ['paragraphs', '<p>a <b>b</b><br>c</p>', '<p>a <b>b</b><br/>c</p>'],
    ['the text of markup', '<p>a &lt;b&gt; &amp;amp;</p>', '<p>a &lt;b&gt; &amp;amp;</p>'],
    ['a list', '<ol start="3"><li value="4">a</ol>', '<ol start="3"><li value="4">a</li></ol>'],
    ['definitions', '<dl><dt>a</dt><dd><p>b</p></dd></dl>', '<dl><dt>a</dt><dd><p>b</p></dd></dl>'],
    [
      'a figure',
      `<figure><img src="${kept}" alt="k"><figcaption>b</figcaption></figure>`,
      '<figure><img src="../images/k.png" alt="k" width="5" height="3"/><figcaption>b</figcaption></figure>',
    ],
    [
      'a table',
      '<table><caption>c</caption><tr><th scope="row">a<td colspan="2">b</table>',
      '<table><caption>c</caption><tbody><tr><th scope="row">a</th><td colspan="2">b</td></tr></tbody></table>',
    ],
    [
      'ruby',
      '<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp>字<rt>ji</rt></ruby>',
      '<span><ruby>漢<rt>kan</rt></ruby><ruby>字<rt>ji</rt></ruby></span>',
    ],
    [
      'language and direction',
      '<p lang="ar" dir="RTL">a</p>',
      '<p dir="rtl" lang="ar" xml:lang="ar">a</p>',
    ],
    [
      'a time',
      '<time datetime="2020-02-29T10:00Z">a</time>',
      '<time datetime="2020-02-29T10:00Z">a</time>',
    ],
    [
      'a link around blocks',
      '<a href="https://a.example/"><p>b</p></a>',
      '<a href="https://a.example/"><p>b</p></a>',
    ],
  ])('stays: %s', (_, html, xhtml) => {
    expect(write(html)).toBe(xhtml)
  })
})

describe('what stands where it may not', () => {
  test.each([
    ['a block in a phrase', '<b><p>a</p><p>b</p></b>', '<b><span>a</span><br/><span>b</span></b>'],
    ['an item without a list', '<li>a</li>', '<div>a</div>'],
    ['a term without a list', '<dt>a</dt>', '<div>a</div>'],
    ['definitions without a term', '<dl><dd>a</dd></dl>', '<div><div>a</div></div>'],
    ['a caption without a figure', '<figcaption>a</figcaption>', '<div>a</div>'],
    ['text right in a list', '<ul>a<li>b</li></ul>', '<ul><li>a</li><li>b</li></ul>'],
    ['an empty list', '<ul> </ul>', ''],
    [
      'a row without cells',
      '<table><tr></tr></table>',
      '<table><tbody><tr><td></td></tr></tbody></table>',
    ],
    ['a table without rows', '<table><caption>a</caption></table>', '<div>a</div>'],
    [
      'a caption amid a figure',
      '<figure><p>a</p><figcaption>b</figcaption><p>c</p></figure>',
      '<figure><p>a</p><div>b</div><p>c</p></figure>',
    ],
    ['details', '<details><summary>a</summary>b</details>', '<div><p>a</p>b</div>'],
    [
      'a heading in a cell of heads',
      '<table><tr><th><h2>a</h2></table>',
      '<table><tbody><tr><th><span>a</span></th></tr></tbody></table>',
    ],
    ['a reading without words', '<ruby><rt>a</rt></ruby>', '<span><span>a</span></span>'],
    ['a day that does not exist', '<time datetime="2021-02-29">a</time>', '<span>a</span>'],
    ['a number that is none', '<ol start="x"><li>a</li></ol>', '<ol><li>a</li></ol>'],
    ['a language that is none', '<p lang="x_y">a</p>', '<p>a</p>'],
  ])('gives way: %s', (_, html, xhtml) => {
    expect(write(html)).toBe(xhtml)
  })
})

describe('A17 nothing is loaded from elsewhere', () => {
  test.each([
    [
      'a picture that is not kept',
      '<img src="https://a.example/x.png" alt="a lamp">',
      '<a href="https://a.example/x.png">[a lamp]</a>',
    ],
    [
      'one without a description',
      '<img src="https://a.example/x.png">',
      '<a href="https://a.example/x.png">[picture]</a>',
    ],
    [
      'one in a link',
      '<a href="https://a.example/"><img src="https://a.example/x.png" alt="b"></a>',
      '<a href="https://a.example/"><span>[b]</span></a>',
    ],
    [
      'a film',
      '<video src="https://a.example/v.mp4" poster="https://a.example/p.png">old</video>',
      '<a href="https://a.example/v.mp4">https://a.example/v.mp4</a><span>old</span>',
    ],
    [
      'sound in several forms',
      '<audio><source src="https://a.example/a.ogg"></audio>',
      '<span><a href="https://a.example/a.ogg">https://a.example/a.ogg</a><span></span></span>',
    ],
    ['a tracking pixel', 'a<img src="https://a.example/t.gif" width="1" height="1">', 'a'],
    ['a frame', 'a<iframe src="https://a.example/"></iframe>', 'a'],
    ['a script', 'a<script>b()</script>', 'a'],
    ['a style', '<p style="background:url(https://a.example/)" class="b">a</p>', '<p>a</p>'],
    ['a handler', '<p onclick="b()">a</p>', '<p>a</p>'],
    ['a drawing', 'a<svg><script>b()</script><image href="https://a.example/"/></svg>', 'a'],
  ])('%s', (_, html, xhtml) => {
    expect(write(html)).toBe(xhtml)
  })
})

describe('links and ids', () => {
  test.each([
    [
      'to a place of the article, also a later one',
      '<a href="#user-content-b">a</a><p id="user-content-b">c</p>',
      '<a href="#c1-b">a</a><p id="c1-b">c</p>',
    ],
    ['to a place that is not there', '<a href="#user-content-b">a</a>', '<a>a</a>'],
    ['of other signs', '<p id="user-content-灯 1">a</p>', '<p id="c1-_706f__20_1">a</p>'],
    [
      'that occur twice',
      '<p id="user-content-a">a</p><p id="user-content-a">b</p>',
      '<p id="c1-a">a</p><p>b</p>',
    ],
    ['of the page around', '<p id="a">a</p>', '<p>a</p>'],
    ['of scripts', '<a href="javascript:a()">a</a>', '<span>a</span>'],
    ['that are no address', '<a href="https://[a/">a</a>', '<span>a</span>'],
    [
      'with signs of no address',
      '<a href="https://a.example/[b]|{c}?d=%&quot;e#f#g">a</a>',
      '<a href="https://a.example/%5Bb%5D%7C%7Bc%7D?d=%25%22e#f%23g">a</a>',
    ],
    ['of mail', '<a href="mailto:a@b.example">a</a>', '<a href="mailto:a@b.example">a</a>'],
    ['of the archive itself', '<a href="https://archive.invalid/x">a</a>', '<span>a</span>'],
    [
      'without what a book has no use for',
      '<a href="https://a.example/" rel="x" target="_blank">a</a>',
      '<a href="https://a.example/">a</a>',
    ],
  ])('%s', (_, html, xhtml) => {
    expect(write(html)).toBe(xhtml)
  })

  test('no link stands in a link', () => {
    const writer = new XhtmlWriter({
      idStart: '',
      toLink: toBookAddress,
      toPicture: () => undefined,
      pictureName: 'picture',
    })
    const attributes = new Map([['href', 'https://a.example/']])
    const inner = { tag: 'a' as const, attributes, children: ['b'] }
    writer.add([{ tag: 'a', attributes, children: ['a', inner] }])
    expect(writer.toString()).toBe('<a href="https://a.example/">a<span>b</span></a>')
  })
})

describe('what is much of one kind takes a time that grows with it alone:', () => {
  test('readings one after the other', () => {
    const readings = Array<BookNode>(1_000_000).fill(makeBookElement('rt', ['b']))
    const [pair, ...others] = toRubyPairs(['a', ...readings])
    expect(pair?.reading?.children).toHaveLength(2 * readings.length - 1)
    expect(others).toEqual([])
  })

  test('content of elements that the policy does not name, one in the other', () => {
    const count = 200_000
    const inside = 'a<br>'.repeat(count)
    const written = write(`${'<section>'.repeat(9)}${inside}${'</section>'.repeat(9)}`)
    expect(written.length).toBe('a<br/>'.length * count)
  })
})

test('control characters and half surrogates go', () => {
  expect(write('<p title="a\u0001">\u0008b\uD83Dc\u{1F600}</p>')).toBe(
    '<p title="a">bc\u{1F600}</p>',
  )
})

// Every tag of the policy and some that it does not know, in each other without order.
const tags = [...allowedTags, 'section', 'script', 'svg', 'math', 'iframe', 'form', 'x-y']
const attribute = fc.constantFrom(
  '',
  ' id="user-content-a"',
  ' href="#user-content-a"',
  ' href="https://a.example/?b=c&d"',
  ' src="https://a.example/x.png"',
  ` src="${kept}"`,
  ' href="javascript:a()"',
  ' onclick="a()" style="b" class="c"',
  ' lang="zh-Hant" dir="ltr" title="]]>&quot;<"',
  ' datetime="2020-01-01" colspan="0" start="-1"',
  ' xmlns="http://www.w3.org/2000/svg" xlink:href="https://a.example/"',
)
const { html: body } = fc.letrec<{ html: string; node: string }>((tie) => ({
  html: fc.array(tie('node'), { maxLength: 4 }).map((nodes) => nodes.join('')),
  node: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    fc.oneof(fc.string({ unit: 'binary', maxLength: 8 }), fc.constantFrom(' ', '&#0;', '&#xD800;')),
    fc
      .tuple(fc.constantFrom(...tags), attribute, tie('html'), fc.boolean())
      .map(
        ([tag, written, inside, isClosed]) =>
          `<${tag}${written}>${inside}${isClosed ? `</${tag}>` : ''}`,
      ),
  ),
}))

function checkChapter(html: string): void {
  const document = `<r>${write(html)}</r>`
  expect(findXmlFault(document)).toBeUndefined()
  expect(document).not.toMatch(/<(?:script|iframe|svg|math|audio|video|source|form|style)\b/)
  expect(document).not.toMatch(/<[^>"]*(?:"[^"]*"[^>"]*)*\s(?:on\w+|style|class|xmlns[^=]*)=/)
  for (const source of listXmlValues(document, 'img', 'src')) expect(source).toBe('../images/k.png')
  for (const href of listXmlValues(document, 'a', 'href')) {
    expect(href).toMatch(/^(?:https?:\/\/|mailto:|#c1-)/)
  }
  const ids = [...document.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
  expect(ids).toEqual([...new Set(ids)])
}

test('A17 any body gives well-formed XML without scripts and without anything from elsewhere', () => {
  fc.assert(fc.property(body, checkChapter), { numRuns: 400 })
})

test('A17 so does any body that was cleaned before', () => {
  const cleaned = body.map((html) => cleanArticle({ body: html, bodyForm: 'html' }).parts)
  fc.assert(
    fc.property(cleaned, (parts) => {
      for (const part of parts) checkChapter(part)
      expect(parts.every((part) => part !== '')).toBe(true)
    }),
    { numRuns: 150 },
  )
})
