import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { excerptCharacters, measureText, stripTags, toExcerpt } from './plain-text.ts'

describe('text of cleaned HTML', () => {
  test.each([
    ['<p>One <b>two</b></p><p>three</p>', 'One two\nthree'],
    ['<ul><li>a</li><li>b</li></ul>', 'a\nb'],
    ['line<br>break', 'line\nbreak'],
    ['<table><tbody><tr><td>1</td><td>2</td></tr></tbody></table>', '1\n2'],
    ['a &lt;b&gt; &amp;amp; &quot;c&quot;', 'a <b> &amp; "c"'],
    ['<img src="https://a.example/x.png" alt="&lt;p&gt;">tail', 'tail'],
    ['cut <a href="x', 'cut'],
    ['', ''],
  ])('S3 %j becomes %j', (html, text) => {
    expect(stripTags(html)).toBe(text)
  })

  test.each([
    ['<', ''],
    ['<p>', ''],
    ['&amp;', '&'],
  ])('S20 reads a million of %s', (piece, text) => {
    expect(stripTags(piece.repeat(1_000_000)) === text.repeat(1_000_000)).toBe(true)
  })
})

test.each([
  ['', { count: 0, unit: 'words' }],
  ['One two  three', { count: 3, unit: 'words' }],
  ['圖書館 開放。', { count: 6, unit: 'characters' }],
  ['𠮷野家', { count: 3, unit: 'characters' }],
  [
    'A paper on 北京 with twenty words of English around one Chinese name, no more',
    { count: 15, unit: 'words' },
  ],
  [
    '实拍渔民\nhttps://video.example/channel/abcdefghijklmnopqrstuvwxyz',
    { count: 60, unit: 'characters' },
  ],
  ['*** --- ***', { count: 0, unit: 'words' }],
])('the length of %j is %o', (text, length) => {
  expect(measureText(text)).toEqual(length)
})

describe('an excerpt', () => {
  test.each([
    ['keeps a short text whole', ' One\n two ', 'One two'],
    ['is undefined for a text without content', ' \n', undefined],
    [
      'drops URLs and ruled lines',
      'See：https://a.example/b?c=1再看 －－－－－－ end',
      'See： 再看 end',
    ],
    [
      'drops punctuation between URLs with them',
      '视频：https://a.example/b ： https://a.example/c ： 下集 （https://a.example/d）',
      '视频： 下集',
    ],
    ['keeps punctuation between words', 'a: b ; c （）', 'a: b ; c （）'],
    ['keeps a lone URL', 'https://a.example/b', 'https://a.example/b'],
    ['drops several hashtags before a sentence', '#港口 #渡輪#島 今天有風。', '今天有風。'],
    [
      'keeps a sentence glued to a hashtag',
      '#港口 #渡輪 #島今天有風，沒有渡輪',
      '#島今天有風，沒有渡輪',
    ],
    ['keeps a hashtag that may be a word', '#Harbour is open', '#Harbour is open'],
    ['keeps hashtags that are all', '#港口 #渡輪 ！', '#港口 #渡輪 ！'],
    ['keeps hashtags glued to each other', '#港口#渡輪#島', '#港口#渡輪#島'],
  ])('%s', (_, text, excerpt) => {
    expect(toExcerpt(text)).toBe(excerpt)
  })

  test('ends with a sentence if one ends late enough', () => {
    const text = `${'字'.repeat(130)}。${'字'.repeat(100)}`
    expect(toExcerpt(text)).toBe(`${'字'.repeat(130)}。`)
  })

  test('otherwise ends between words', () => {
    const excerpt = toExcerpt('abcde fghij '.repeat(30))
    expect(excerpt).toMatch(/(?:abcde|fghij)…$/)
  })

  test.each([
    ['family', '👨‍👩‍👧‍👦'],
    ['flag', '🇹🇼'],
    ['skin tone', '👍🏽'],
    ['accent', 'e\u0301'],
  ])('never cuts inside a %s', (_, sign) => {
    for (let lead = 140; lead < 165; lead++) {
      const excerpt = toExcerpt('字'.repeat(lead) + sign.repeat(20)) ?? ''
      const rest = excerpt.slice(lead).replace('…', '')
      expect(rest.replaceAll(sign, '')).toBe('')
    }
  })

  test('has at most 160 characters, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => {
        const excerpt = toExcerpt(text) ?? ''
        expect(Array.from(excerpt).length).toBeLessThanOrEqual(excerptCharacters)
        expect(excerpt).not.toMatch(/\p{Surrogate}/u)
      }),
    )
  })
})
