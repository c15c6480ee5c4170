// @vitest-environment jsdom
import { describe, expect, test } from 'vitest'
import { readSentences } from './article-sentences.ts'
import { toSentenceRange } from '../spoken-mark.ts'

const words = {
  code: (lines: number) => `Code, ${lines} lines.`,
  table: (rows: number, columns: number) => `Table, ${rows} by ${columns}.`,
  language: 'en',
}

function read(html: string, language = 'en') {
  const box = document.createElement('div')
  box.innerHTML = html
  document.body.replaceChildren(box)
  return readSentences([box], language, words)
}

test.each([
  [
    'a line break of the source',
    '<p>One long\n  sentence. Two.</p>',
    ['One long sentence.', 'Two.'],
  ],
  [
    'emphasis and links',
    '<p>One <b>long</b> <a href="#">sentence</a>.</p>',
    ['One long sentence.'],
  ],
  [
    'a mark that leads to a note',
    '<p>It rained<sup><a href="#n1">[1]</a></sup>. Two.</p>',
    ['It rained.', 'Two.'],
  ],
  ['a power', '<p>x<sup>2</sup> grows.</p>', ['x2 grows.']],
  [
    'the reading of a ruby',
    '<p lang="ja"><ruby>茶<rp>(</rp><rt>ちゃ</rt></ruby>です。</p>',
    ['茶です。'],
  ],
  [
    'what the reader has added',
    '<p>One.</p><button>Show</button><p class="picture-bar">2 pictures</p>',
    ['One.'],
  ],
  ['a caption', '<figure><img alt="x"><figcaption>The wall.</figcaption></figure>', ['The wall.']],
  ['signs alone', '<p>One.</p><p>* * *</p><p>Two.</p>', ['One.', 'Two.']],
  [
    'code',
    '<p>Run it:</p><pre><code>a\nb\n</code></pre><p>Done.</p>',
    ['Run it:', 'Code, 2 lines.', 'Done.'],
  ],
  ['a poem', '<pre>One line,\nanother line.</pre>', ['One line, another line.']],
  [
    'a table',
    '<table><tr><th>Year</th><th>Gulls</th></tr><tr><td>2020</td><td>41</td></tr></table>',
    ['Table, 2 by 2.', 'Year; Gulls', '2020; 41'],
  ],
  ['a table for the layout', '<table><tr><td>One.</td></tr></table>', ['One.']],
  [
    'an address',
    '<p>See https://www.news.example/a/b?c=1#d, please.</p>',
    ['See news.example, please.'],
  ],
  [
    'an address among characters',
    '<p lang="zh">详情见https://tea.example/2024，请看。</p>',
    ['详情见tea.example，请看。'],
  ],
  ['a list', '<ul><li>One</li><li>Two</li></ul>', ['One', 'Two']],
])('%s is read in a sane way', (_, html, sentences) => {
  expect(read(html).map(({ text }) => text)).toEqual(sentences)
})

test('every sentence knows where it stands, across elements', () => {
  const sentences = read('<p>One <b>long</b> sentence. Two <i>more</i>.</p><p>茶館。開了。</p>')
  const shown = sentences.map((sentence) => String(toSentenceRange(sentence)))
  expect(shown).toEqual(['One long sentence.', 'Two more.', '茶館。', '開了。'])
  expect(sentences.map(({ paragraph }) => paragraph)).toEqual([0, 0, 1, 1])
})

test('a sentence that is no longer on the page stands nowhere', () => {
  const [sentence] = read('<p>One.</p>')
  document.body.replaceChildren()
  expect(sentence && toSentenceRange(sentence)).toBeUndefined()
})

describe('languages', () => {
  test('change within a sentence where an element says so', () => {
    const parts = read('<p>She said <i lang="fr">bonjour à tous</i> and left.</p>')
    expect(parts.map(({ text, language }) => [text, language])).toEqual([
      ['She said', 'en'],
      ['bonjour à tous', 'fr'],
      ['and left.', 'en'],
    ])
  })

  test('are those of the nearest element', () => {
    const parts = read(
      '<div lang="de"><p>Eins.</p><p lang="nl">Twee.</p><p lang="">Drei.</p></div>',
    )
    expect(parts.map(({ language }) => language)).toEqual(['de', 'nl', 'de'])
  })
})

test('no breath is longer than an engine holds, and no word is lost', () => {
  const clause = '這是一個很長很長的分句，'
  const parts = read(`<p>${clause.repeat(40)}完了。</p>`, 'zh-Hant')
  expect(Math.max(...parts.map(({ text }) => text.length))).toBeLessThanOrEqual(80)
  expect(parts.map(({ text }) => text).join('')).toBe(`${clause.repeat(40)}完了。`)
})
