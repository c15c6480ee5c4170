// @vitest-environment jsdom
import { defaultTreeAdapter as tree, parseFragment, type DefaultTreeAdapterTypes } from 'parse5'
import { expect, test } from 'vitest'
import { toBookNodes, type BookNode } from '#shape/book/book-tree.ts'
import { parseSafeHtml } from './parse-safe-html.ts'

type Parsed = DefaultTreeAdapterTypes.Node

/** The same HTML by the parser of the command line. */
function parseOutside(html: string): BookNode[] {
  return toBookNodes<Parsed>(parseFragment(html).childNodes, {
    toText: (node) => (tree.isTextNode(node) ? node.value : undefined),
    toTag: (node) => (tree.isElementNode(node) ? node.tagName : undefined),
    listAttributes: (node) =>
      tree.isElementNode(node) ? node.attrs.map(({ name, value }) => [name, value] as const) : [],
    listChildren: (node) => (tree.isElementNode(node) ? node.childNodes : []),
  })
}

// The reader's sanitizer sets these itself, and a book has none of them.
const settled = new Set('rel target referrerpolicy loading decoding controls preload'.split(' '))

/** Trees as JSON, attributes by name. */
function toPlain(nodes: readonly BookNode[]): unknown[] {
  return nodes.map((node) => {
    if (typeof node === 'string') return node
    const attributes = [...node.attributes].filter(([name]) => !settled.has(name))
    return [node.tag, Object.fromEntries(attributes), toPlain(node.children)]
  })
}

const link = 'href="https://a.example/b?c=d&amp;e"'

test.each([
  ['text', 'a &lt;b&gt; &amp; c\u{1F600}'],
  ['phrases', `<p lang="zh" dir="ltr" title="t">a <b>b</b><br><a ${link} rel="x">c</a></p>`],
  ['lists', '<ol start="2" type="a"><li value="3">a</li></ol><dl><dt>b</dt><dd>c</dd></dl>'],
  [
    'tables',
    '<table><caption>a</caption><colgroup span="2"></colgroup><thead><tr><th scope="col">b</th></tr></thead><tbody><tr><td colspan="2">c</td></tr></tbody></table>',
  ],
  [
    'pictures',
    '<figure><img src="https://a.example/x.png" alt="x" width="5" height="3"><figcaption>b</figcaption></figure>',
  ],
  ['films', '<video src="https://a.example/v.mp4" controls>c</video>'],
  ['sound', '<audio controls><source src="https://a.example/a.ogg" type="audio/ogg"></audio>'],
  ['places', '<p id="user-content-a">a</p><a href="#user-content-a">b</a>'],
  ['ruby', '<ruby>a<rp>(</rp><rt>b</rt><rp>)</rp></ruby>'],
  ['code', '<pre data-language="c">\n\na\n  b</pre>'],
  ['changes', '<del datetime="2020-01-01">a</del><ins>b</ins><time datetime="2020">c</time>'],
  ['details', '<details open><summary>a</summary>b</details>'],
  ['links to posts', '<a href="https://archive.invalid/posts/2020-01-01-aaaaaaaa">a</a>'],
])('A17 the reader reads what the command line reads: %s', (_, html) => {
  const read = toPlain(parseSafeHtml(html))
  expect(read).toEqual(toPlain(parseOutside(html)))
  expect(read).not.toEqual([])
})

test.each([
  ['a script', 'a<script>b()</script>', ['a']],
  ['a handler', '<p onclick="b()">a</p>', [['p', {}, ['a']]]],
  ['a frame', 'a<iframe src="https://a.example/"></iframe>', ['a']],
  ['a drawing', 'a<svg><circle onload="b()"/></svg>', ['a']],
  ['an address of scripts', '<a href="javascript:b()">a</a>', [['a', {}, ['a']]]],
  ['a tracking pixel', 'a<img src="https://a.example/x.gif" width="1" height="1">', ['a']],
])('A17 nothing is left of %s', (_, html, left) => {
  expect(toPlain(parseSafeHtml(html))).toEqual(left)
})
