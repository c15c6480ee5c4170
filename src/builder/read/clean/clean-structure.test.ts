import { describe, expect, test } from 'vitest'
import { toWholePage } from '#core/html/whole-page.ts'
import { cleanArticle } from './clean-article.ts'

function clean(body: string) {
  return cleanArticle({ body, bodyForm: 'html', sourceUrl: 'https://news.example/a' })
}

function toHtml(body: string): string {
  return clean(body).parts.join('')
}

describe('structure', () => {
  test.each([
    [
      'quotes',
      '<blockquote cite="/b"><p>a</p></blockquote>',
      '<blockquote cite="https://news.example/b"><p>a</p></blockquote>',
    ],
    [
      'ruby',
      '<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>',
      '<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>',
    ],
    ['descriptions', '<dl><dt>a<dd>b</dl>', '<dl><dt>a</dt><dd>b</dd></dl>'],
    [
      'code',
      '<pre>\n\n  a\n <code>&lt;b&gt;</code></pre>',
      '<pre>\n\n  a\n <code>&lt;b&gt;</code></pre>',
    ],
    [
      'figures',
      '<figure><img src=/a.png><figcaption>b</figcaption></figure>',
      '<figure><img src="https://news.example/a.png" alt="" decoding="async" loading="lazy" referrerpolicy="no-referrer"><figcaption>b</figcaption></figure>',
    ],
    [
      'details',
      '<details open><summary>a</summary><p>b</p></details>',
      '<details open=""><summary>a</summary><p>b</p></details>',
    ],
    [
      'tables',
      '<table border=1><tr><th scope=col colspan=2>a<tr><td rowspan=2>b</table>',
      '<table><tbody><tr><th colspan="2" scope="col">a</th></tr><tr><td rowspan="2">b</td></tr></tbody></table>',
    ],
    [
      'times',
      '<time datetime="2019-05-02T10:00+08:00" class=x>a</time>',
      '<time datetime="2019-05-02T10:00+08:00">a</time>',
    ],
    [
      'direction and language',
      '<p dir=RTL lang=ar><bdo dir=ltr>a</bdo><bdi>b</bdi></p>',
      '<p dir="rtl" lang="ar"><bdo dir="ltr">a</bdo><bdi>b</bdi></p>',
    ],
    [
      'inline semantics',
      'H<sub>2</sub>O<sup>2</sup><del>a</del><ins>b</ins><kbd>c</kbd><mark>d</mark>',
      'H<sub>2</sub>O<sup>2</sup><del>a</del><ins>b</ins><kbd>c</kbd><mark>d</mark>',
    ],
    [
      'numbered lists',
      '<ol start=5 reversed type=a><li value=9>a</ol>',
      '<ol reversed="" start="5" type="a"><li value="9">a</li></ol>',
    ],
    [
      'abbreviations',
      '<abbr title=" World  Wide Web ">WWW</abbr>',
      '<abbr title="World Wide Web">WWW</abbr>',
    ],
    [
      'obsolete elements under their new names',
      '<center><tt>a</tt><strike>b</strike><big>c</big></center>',
      '<div><code>a</code><s>b</s>c</div>',
    ],
  ])('keeps %s', (_, body, html) => {
    expect(toHtml(body)).toBe(html)
  })

  test.each([
    [
      'wrappers',
      '<div><section><div><p>a</p></div></section><span>b</span></div>',
      '<div><p>a</p>b</div>',
    ],
    ['empty elements', '<p>a</p><p></p><div> </div><h2></h2><p><b></b></p>', '<p>a</p>'],
    ['landmarks', '<main><nav>a</nav><footer><p>b</p></footer></main>', '<div>a</div><p>b</p>'],
    ['a wrapper in an item', '<ul><li><div>a</div></li></ul>', '<ul><li>a</li></ul>'],
    ['an empty wrapper between words', 'a<div></div>b', 'a<br>b'],
    [
      'stray nodes in a list',
      '<ul>a<li>b</li><ul><li>c</li></ul></ul>',
      '<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>',
    ],
    ['items without a list', '<div><li>a</li></div>', '<div>a</div>'],
    ['a block in a paragraph', '<p>a<button><div>b</div></button></p>', '<p>a</p><div>b</div>'],
  ])('tidies %s', (_, body, html) => {
    expect(toHtml(body)).toBe(html)
  })

  test.each([
    ['h1 becomes h2', '<h1>a</h1><h2>b</h2>', 'h2 h3'],
    ['h2 stays', '<h2>a</h2><h3>b</h3>', 'h2 h3'],
    ['no gaps', '<h4>a</h4><h6>b</h6><h5>c</h5>', 'h2 h3 h3'],
    ['siblings stay siblings', '<h3>a</h3><h3>b</h3><h2>c</h2><h3>d</h3>', 'h2 h2 h2 h3'],
    [
      'no deeper than h6',
      '<h1>a</h1><h2>b</h2><h3>c</h3><h4>d</h4><h5>e</h5><h6>f</h6>',
      'h2 h3 h4 h5 h6 h6',
    ],
  ])('levels headings: %s', (_, body, tags) => {
    const found = [...toHtml(body).matchAll(/<(h\d)/g)].map(([, tag]) => tag)
    expect(found.join(' ')).toBe(tags)
  })
})

describe('white space is collapsed', () => {
  test.each([
    ['between words', '<p>\n a \n\t b\n</p>', '<p>a b</p>'],
    [
      'between Chinese characters',
      '<p>\n 从那时起\n <a>\n 麦金塔\n </a>\n ，苹果\n</p>',
      '<p>从那时起麦金塔，苹果</p>',
    ],
    [
      'between Chinese and English',
      '<p>用\n <b>\n Siri\n </b>\n 吧</p>',
      '<p>用 <b>Siri </b>吧</p>',
    ],
    ['but not a space between Chinese characters', '<p>你 好</p>', '<p>你 好</p>'],
    ['between Korean words', '<p>토요일\n오후</p>', '<p>토요일 오후</p>'],
    ['around rare characters', '<p>𠮷\n野</p>', '<p>𠮷野</p>'],
    ['but not a non-breaking space', '<p>a&nbsp; b</p>', '<p>a\u00a0 b</p>'],
    ['around a br', '<p>a <br> b</p>', '<p>a<br>b</p>'],
    ['between inline elements', '<p><b>a</b> <i>b</i></p>', '<p><b>a</b> <i>b</i></p>'],
  ])('%s', (_, body, html) => {
    expect(toHtml(body)).toBe(html)
  })
})

describe('text', () => {
  test.each([
    [
      'buttons and labels',
      '<form><label>a</label><button>b</button><textarea>c</textarea></form>',
      'abc',
    ],
    ['formulas', '<p>x<math><mi>y</mi><annotation>z</annotation></math></p>', 'xy'],
    ['raw text of obsolete elements', '<xmp><b>a</b></xmp>', '<b>a</b>'],
    ['the inside of broken markup', '<p<1)的>a</p<1)的>', 'a'],
    ['literal braces', '<p>{{ site.title }} {% raw %}</p>', '{{ site.title }} {% raw %}'],
  ])('S17 keeps %s', (_, body, text) => {
    expect(clean(body).text).toBe(text)
  })

  test("S17 separates readers' comments from the article", () => {
    const { text, parts, page } = clean(
      '<p>a</p><div class="comments-area" id="comments"><p>bcd</p></div>',
    )
    expect(text).toBe('a')
    expect(toWholePage(parts, page ?? [])).toEqual(['<p>a</p><p>bcd</p>'])
    const alone = clean('<div id="comments" class="comments-area"><p>bcd</p></div>')
    expect(alone).toMatchObject({ text: 'bcd', warnings: [] })
    expect(alone.page).toBeUndefined()
  })

  test('S17 keeps the essays that a magazine prints as comments of its authors', () => {
    const body = '<p>a</p><div id="comments"><div class="comment by"><p>An essay.</p></div></div>'
    expect(clean(body).text).toContain('An essay.')
    expect(clean(body.replace('by', 'comment-by-node-author')).text).toContain('An essay.')
    expect(clean(body.replace('by', 'comment-by-anonymous')).text).toBe('a')
  })

  test('an article without text or pictures has no parts', () => {
    for (const body of ['', ' \n', '<div><p></p></div>', '<!-- x -->', '<img>']) {
      expect(clean(body)).toEqual({
        parts: [],
        text: '',
        spoken: '\n',
        length: { count: 0, unit: 'words' },
        datelines: [],
        changes: {},
        embedded: [],
        own: [],
        moreLeads: [],
        sentences: { ends: [], middle: '' },
        warnings: [],
      })
    }
  })

  test('the excerpt starts where the article proper does', () => {
    const body =
      '<h1>Title</h1><div><a href=/a>Author</a> <time datetime="2014-10-12">2014年10月12日</time> 3 Minutes</div>' +
      '<ul><li><a href=/x>Section</a></li></ul><p>Photo: x</p><p>The first sentence is here. And more.</p>'
    const article = cleanArticle({ body, bodyForm: 'html', title: 'Title' })
    expect(article.excerpt).toBe('The first sentence is here. And more.')
  })
})

describe('body formats', () => {
  test('B15 HTML with blank lines and indentation stays HTML', () => {
    expect(toHtml('<div>\n\n    <p>a</p>\n\n    *b*</div>')).toBe('<div><p>a</p>*b*</div>')
  })

  test('B15 Markdown becomes HTML, and the policy holds for what is in it', () => {
    const body = '## 标题\n\n**重点**文字 <script>alert(1)</script>\n\n- a\n- [b](javascript:1)\n'
    const { parts } = cleanArticle({ body, bodyForm: 'markdown' })
    expect(parts.join('')).toBe(
      '<h2>标题</h2><p><strong>重点</strong>文字</p><ul><li>a</li><li>b</li></ul>',
    )
  })

  test('plain text keeps its line breaks', () => {
    const { parts } = cleanArticle({ body: 'a < b\nc &amp; d\n\ne', bodyForm: 'text' })
    expect(parts).toEqual(['<p>a &lt; b<br>c &amp; d</p><p>e</p>'])
  })
})
