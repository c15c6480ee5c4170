import { describe, expect, test } from 'vitest'
import { cleanMarkdown } from '#builder/testing/clean-markdown.ts'

type Rows = [name: string, body: string, html: string][]

describe('B15 Markdown holds', () => {
  test.each<[string, string, string]>([
    ['hard-wrapped lines', 'The tide\nturns at\nnoon.', '<p>The tide turns at noon.</p>'],
    ['a hard break', 'The tide  \nturns\\\nnow.', '<p>The tide<br>turns<br>now.</p>'],
    [
      'reference links of all three forms',
      'A [chart][Sea], a [sea][] and the [sea].\n\n[sea]: <https://quay.example/c> "Chart"',
      '<p>A <a href="https://quay.example/c" title="Chart">chart</a>, a <a href="https://quay.example/c" title="Chart">sea</a> and the <a href="https://quay.example/c" title="Chart">sea</a>.</p>',
    ],
    ['Setext headings', 'Quay\n====\n\nPier\n----', '<h2>Quay</h2><h3>Pier</h3>'],
    [
      'lists in lists, ordered and not',
      '1. one\n   - a\n   - b\n2. two',
      '<ol><li>one<ul><li>a</li><li>b</li></ul></li><li>two</li></ol>',
    ],
    [
      'paragraphs and code in an item',
      '- one\n\n  more\n\n      x = 1\n',
      '<ul><li><p>one</p><p>more</p><pre><code>x = 1\n</code></pre></li></ul>',
    ],
    ['a code block by indent', 'a\n\n    x *y*\n', '<p>a</p><pre><code>x *y*\n</code></pre>'],
    ['struck-out words', 'a ~~b~~ c', '<p>a <s>b</s> c</p>'],
    ['marked words', 'a ==b== c', '<p>a <mark>b</mark> c</p>'],
    ['signs that are no marks', 'if a == b == c', '<p>if a == b == c</p>'],
    [
      'an address in angles',
      'See <https://quay.example/x>.',
      '<p>See <a href="https://quay.example/x">https://quay.example/x</a>.</p>',
    ],
    ['task lists', '- [ ] oil\n- [x] wick', '<ul><li>☐ oil</li><li>☑ wick</li></ul>'],
    [
      'a table with aligned columns',
      'Lamp | Oil\n:--- | ---:\nred | 3',
      '<table><thead><tr><th>Lamp</th><th>Oil</th></tr></thead><tbody><tr><td>red</td><td>3</td></tr></tbody></table>',
    ],
  ] satisfies Rows)('%s', (_, body, html) => {
    expect(cleanMarkdown(body)).toBe(html)
  })
})

describe('B15 code keeps its language:', () => {
  test.each<[string, string, string]>([
    ['one word', '```ruby\nx\n```', 'ruby'],
    ['a word of signs', '```c++\nx\n```', 'c++'],
    ['with more behind it', '```js {1,3} title="a"\nx\n```', 'js'],
    ['glued to more', '```rust,ignore\nx\n```', 'rust'],
    ['as a class', '~~~ {.python .numberLines}\nx\n~~~', 'python'],
    ['as a list behind it', '~~~\nx\n~~~\n{: .language-sh}', 'sh'],
  ] satisfies Rows)('%s', (_, body, language) => {
    expect(cleanMarkdown(body)).toBe(`<pre data-language="${language}"><code>x\n</code></pre>`)
  })

  test('none is invented', () => {
    expect(cleanMarkdown('```\nx\n```')).toBe('<pre><code>x\n</code></pre>')
    expect(cleanMarkdown('``` "><script>\nx\n```')).not.toContain('script')
  })
})

const oneNote = (text: string, mark = '') =>
  `<p>a<sup><a href="#fn-1" id="fnref-1">[1]</a></sup>${mark}</p><hr><ol><li id="fn-1">${text}</li></ol>`
const back = ' <a href="#fnref-1">↩</a>'

describe('B15 footnotes', () => {
  test.each<[string, string, string]>([
    ['stand below the text', 'a[^1]\n\n[^1]: b *c*', oneNote(`b <em>c</em>${back}`)],
    ['have names', 'a[^the-note]\n\n[^the-note]: b', oneNote(`b${back}`)],
    ['are hard-wrapped', 'a[^1]\n\n[^1]: b\nc', oneNote(`b c${back}`)],
    [
      'have several blocks',
      'a[^1]\n\n[^1]: b\n\n    c\n\nd',
      `<p>a<sup><a href="#fn-1" id="fnref-1">[1]</a></sup></p><p>d</p><hr><ol><li id="fn-1"><p>b</p><p>c${back}</p></li></ol>`,
    ],
    [
      'stand in the text',
      'a^[b [c](/d)].',
      oneNote(`b <a href="https://quay.example/d">c</a>${back}`, '.'),
    ],
    ['without a note stay text', 'a[^1]', '<p>a[^1]</p>'],
  ] satisfies Rows)('%s', (_, body, html) => {
    expect(cleanMarkdown(body)).toBe(html)
  })
})

describe('B15 of kramdown', () => {
  test.each<[string, string, string]>([
    [
      'two backslashes at the end of a line break it, elsewhere they are one',
      'Pier 4\\\\\n  Harbour `a\\\\\nb` c\\\\d\\\\',
      '<p>Pier 4<br>Harbour <code>a\\\\ b</code> c\\d\\</p>',
    ],
    ['lists of attributes behind a block go', 'a\n{: .note #x lang="de"}', '<p lang="de">a</p>'],
    ['lists of attributes before a block go', '{: .note}\na', '<p>a</p>'],
    [
      'lists of attributes of phrases go',
      '*a*{: .x} [b](/c){:target="_blank"} `d`{:.e}',
      '<p><em>a</em> <a href="https://quay.example/c">b</a> <code>d</code></p>',
    ],
    [
      'lists without colon behind a phrase go',
      '[b](/c){target=_blank}',
      '<p><a href="https://quay.example/c">b</a></p>',
    ],
    ['defined lists go', '{:wide: .a .b}\na', '<p>a</p>'],
    ['braces in a sentence stay', 'a {b} {:c} d', '<p>a {b} {:c} d</p>'],
    [
      'a named heading is found',
      '## Red lamp {#lamp .x}\n\n[up](#lamp)',
      '<h2 id="lamp">Red lamp</h2><p><a href="#lamp">up</a></p>',
    ],
    [
      'a heading without a name is found',
      '## Red lamp!\n\n[up](#red-lamp)',
      '<h2 id="red-lamp">Red lamp!</h2><p><a href="#red-lamp">up</a></p>',
    ],
    [
      'contents are made',
      '* x\n{:toc}\n\n## A b\n\n### C',
      '<ul><li><a href="#a-b">A b</a></li><ul><li><a href="#c">C</a></li></ul></ul><h2 id="a-b">A b</h2><h3 id="c">C</h3>'
        .replace('</li><ul>', '<ul>')
        .replace('</ul></ul>', '</ul></li></ul>'),
    ],
    ['comments go', 'a\n\n{::comment}\nb\n{:/comment}\n\nc', '<p>a</p><p>c</p>'],
    ['options go', '{::options auto_ids="false" /}\n\na', '<p>a</p>'],
    ['what is no Markdown stays', '{::nomarkdown}\n<p>*a*</p>\n{:/}', '<p>*a*</p>'],
    [
      'definitions are lists',
      'Quay\n: of stone\n: of wood',
      '<dl><dt>Quay</dt><dd>of stone</dd><dd>of wood</dd></dl>',
    ],
    [
      'several terms have meanings behind a blank line',
      'A\nB\n\n:   one\n\n    two',
      '<dl><dt>A</dt><dt>B</dt><dd><p>one</p><p>two</p></dd></dl>',
    ],
    [
      'several terms share a meaning',
      'Quay\nPier\n: of stone\n\n  or wood\n: of iron',
      '<dl><dt>Quay</dt><dt>Pier</dt><dd><p>of stone</p><p>or wood</p></dd><dd>of iron</dd></dl>',
    ],
    ['a sign parts lists', '* a\n\n^\n\n* b', '<ul><li>a</li></ul><ul><li>b</li></ul>'],
    [
      'a line of code parts no cells',
      '| A | B |\n|:--|--:|\n| a \\| b | `c|d` |',
      '<table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td>a | b</td><td><code>c|d</code></td></tr></tbody></table>',
    ],
    [
      'one line asks for Markdown',
      '<div lang="de" markdown="1">a *b*</div>',
      '<div lang="de"><p>a <em>b</em></p></div>',
    ],
    [
      'abbreviations have their meaning',
      'The RNLI, RNLIx.\n\n*[RNLI]: Royal National',
      '<p>The <abbr title="Royal National">RNLI</abbr>, RNLIx.</p>',
    ],
    [
      'tables need no head',
      '| a | b |\n| c | `d|e` |',
      '<table><tbody><tr><td>a</td><td>b</td></tr><tr><td>c</td><td><code>d|e</code></td></tr></tbody></table>',
    ],
    [
      'tables have bodies and a foot',
      '|-----|\n| a | b |\n|---+---|\n| c | d |\n|=====|\n| e | f |',
      '<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>c</td><td>d</td></tr><tr><td>e</td><td>f</td></tr></tbody></table>',
    ],
    [
      'formulas are code',
      'a $$x_1 * y_2 * z$$\n\n$$\n\\sum_a\n$$',
      '<p>a <code>x_1 * y_2 * z</code></p><pre><code>\\sum_a\n</code></pre>',
    ],
  ] satisfies Rows)('%s', (_, body, html) => {
    expect(cleanMarkdown(body)).toBe(html)
  })
})

describe('B15 of note programs', () => {
  test.each<[string, string, string]>([
    [
      'callouts have a title',
      '> [!warning] Wet *deck*\n> Hold on.',
      '<blockquote><p><strong>Wet <em>deck</em></strong></p><p>Hold on.</p></blockquote>',
    ],
    [
      'callouts without a title say what they are',
      '> [!NOTE]\n> Hold on.',
      '<blockquote><p><strong>Note</strong></p><p>Hold on.</p></blockquote>',
    ],
    [
      'folded callouts are open',
      '> [!tip]- Rope',
      '<blockquote><p><strong>Rope</strong></p></blockquote>',
    ],
    [
      'boxes of colons lose their lines',
      ':::tip Rope\nHold **on**.\n:::',
      '<p><strong>Rope</strong></p><p>Hold <strong>on</strong>.</p>',
    ],
    [
      'boxes of exclamation marks hold Markdown',
      '!!! note "Rope"\n    Hold **on**.\n\nb',
      '<p><strong>Rope</strong></p><p>Hold <strong>on</strong>.</p><p>b</p>',
    ],
    [
      'links lead to names, which are looked up when all posts are known',
      'See [[The pier]], [[pier|this]] and [[pier#Top]].',
      '<p>See <a href="https://archive.invalid/name/The%20pier?wiki">The pier</a>, <a href="https://archive.invalid/name/pier?wiki">this</a> and <a href="https://archive.invalid/name/pier?wiki#top">pier#Top</a>.</p>',
    ],
    [
      'pictures are pictures, named by their files',
      '![[lamp.png|300]] ![[https://quay.example/x.png]]',
      '<p><img src="https://archive.invalid/files/anywhere/lamp.png" alt="lamp" width="300"> <img src="https://quay.example/x.png" alt="x"></p>',
    ],
    [
      'sizes of pictures are no words',
      '![The lamp|300x200](lamp.png) ![A | B](b.png)',
      '<p><img src="https://quay.example/a/lamp.png" alt="The lamp" width="300" height="200"> <img src="https://quay.example/a/b.png" alt="A | B"></p>',
    ],
    [
      'notes in notes become links to them',
      '![[The pier]]',
      '<p><a href="https://archive.invalid/name/The%20pier?wiki">The pier</a></p>',
    ],
    [
      'a link in brackets stays',
      '[[1]](https://quay.example/n)',
      '<p><a href="https://quay.example/n">[1]</a></p>',
    ],
  ] satisfies Rows)('%s', (_, body, html) => {
    expect(cleanMarkdown(body)).toBe(html)
  })
})
