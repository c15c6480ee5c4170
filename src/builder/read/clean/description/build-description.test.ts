import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { doubleWork } from '#testing/count-work.ts'
import { cleanArticle } from '../clean-article.ts'
import { rulePattern } from './line-signs.ts'

const sourceUrl = 'https://www.youtube.com/watch?v=NB_-x5x3Gv0'

function clean(body: string, bodyForm: 'html' | 'text' = 'html') {
  return cleanArticle({
    body: bodyForm === 'html' ? `<div>\n${body}\n</div>` : body,
    bodyForm,
    sourceUrl,
  })
}

/** Blocks of a cleaned description, one per string: `p`, `ul` with `|` between items, `hr`; links in brackets. */
function outline(body: string, bodyForm?: 'html' | 'text'): string[] {
  return clean(body, bodyForm)
    .parts.join('')
    .replace(/<a [^>]*>([^<]*)<\/a>/g, '[$1]')
    .replaceAll('</li><li>', ' | ')
    .replaceAll('<br>', ' / ')
    .replace(/<\/(?:p|li|ul)>|<li>/g, '')
    .split(/(?=<(?:p|ul|hr)>)/)
    .map((block) => block.replace(/^<(\w+)>/, '$1 ').trim())
    .filter((block) => block !== '')
}

describe('structure is restored in a description that lost its line breaks', () => {
  test.each([
    ['plain words', '今天去看碼頭。風很大。', ['p 今天去看碼頭。風很大。']],
    [
      'chapters after a sentence',
      '走一圈老城。0:00 開場0:34 前門街|小巷7:01 老城',
      ['p 走一圈老城。', 'ul [0:00] 開場 | [0:34] 前門街|小巷 | [7:01] 老城'],
    ],
    [
      'chapters in brackets and after a label',
      '內容：[00:00] A[01:02:33] B',
      ['p 內容：', 'ul [[00:00]] A | [[01:02:33]] B'],
    ],
    [
      'labelled links after the last chapter',
      '0:00 開場1:20 尾聲請我杯茶國內wechat: https://bit.ly/a1請我杯茶國外paypal：https://bit.ly/b2',
      [
        'ul [0:00] 開場 | [1:20] 尾聲',
        'ul 請我杯茶國內wechat: [https://bit.ly/a1] | 請我杯茶國外paypal：[https://bit.ly/b2]',
      ],
    ],
    [
      'a request after the last chapter',
      '0:00 開場1:20 尾聲小紅書ID: 阿燈',
      ['ul [0:00] 開場 | [1:20] 尾聲', 'p 小紅書ID: 阿燈'],
    ],
    [
      'drawn lines between chapters',
      '0:00 開場-----1:20 尾聲',
      ['p [0:00] 開場', 'hr', 'p [1:20] 尾聲'],
    ],
    [
      'a Western label after the last chapter',
      '0:00 Start1:30 The catPatterns to print: https://lamp.example/a.pdf',
      ['ul [0:00] Start | [1:30] The cat', 'p Patterns to print: [https://lamp.example/a.pdf]'],
    ],
    [
      'URLs with labels',
      'Facebook: https://www.facebook.com/lampInstagram: https://www.instagram.com/lamp',
      [
        'ul Facebook: [https://www.facebook.com/lamp] | Instagram: [https://www.instagram.com/lamp]',
      ],
    ],
    [
      'a sentence after a URL',
      '訂閱 https://bit.ly/a1感謝大家的支持。',
      ['p 訂閱 [https://bit.ly/a1]', 'p 感謝大家的支持。'],
    ],
    [
      'a sentence that continues after a URL',
      '看 https://bit.ly/a1，或 https://bit.ly/b2的第二段',
      ['p 看 [https://bit.ly/a1]，或 [https://bit.ly/b2]的第二段'],
    ],
    [
      'an e-mail address inside a sentence',
      '請寫信至a@lamp.example說明來意。',
      ['p 請寫信至[a@lamp.example]說明來意。'],
    ],
    [
      'drawn lines',
      '第一段==========第二段----------Third——————————',
      ['p 第一段', 'hr', 'p 第二段', 'hr', 'p Third', 'hr'],
    ],
    [
      'asterisks after a URL',
      'https://lamp.example******明天',
      ['p [https://lamp.example]', 'hr', 'p 明天'],
    ],
    ['masked letters', 'what the f***** and d******* it', ['p what the f***** and d******* it']],
    ['short dashes', '點擊----https://bit.ly/a1', ['p 點擊----[https://bit.ly/a1]']],
    ['hashtags at the end', '今天的船。#碼頭#風#船', ['p 今天的船。', 'p #碼頭#風#船']],
    ['a hashtag in a sentence', '今天的#碼頭 很冷。', ['p 今天的#碼頭 很冷。']],
    ['a hashtag at the start, which is not a heading', '# 碼頭 #船', ['p # 碼頭 #船']],
    ['double asterisks, which are not emphasis', '**碼頭**和船', ['p **碼頭**和船']],
    [
      'a numbered list',
      '內容如下：1、第一件事；2、第二件事；3、第三件事。',
      ['p 內容如下：', 'ul 1、第一件事； | 2、第二件事； | 3、第三件事。'],
    ],
    ['numbers in a sentence', '第1、2、3集都在1. 5號碼頭拍的', ['p 第1、2、3集都在1. 5號碼頭拍的']],
    ['a year and a period', '2019. 那一年', ['p 2019. 那一年']],
    [
      'bullets',
      '✪ Mail: a@lamp.example✪ Shop: https://lamp.example/shop✪ 電話 12',
      ['ul ✪ Mail: [a@lamp.example] | ✪ Shop: [https://lamp.example/shop] | ✪ 電話 12'],
    ],
    ['bullets in brackets', '優格（📌含運費）（📌不含冰）', ['p 優格（📌含運費）（📌不含冰）']],
    ['decorative hearts', '♥關於我♥ 我叫阿燈', ['p ♥關於我♥ 我叫阿燈']],
    [
      'credits',
      '「碼頭」主持：阿燈嘉賓：小船題目：《風》逢星期四 8:00 ~ 9:00 pmFacebook: https://facebook.com/lamp',
      [
        'p 「碼頭」',
        'ul 主持：阿燈 | 嘉賓：小船 | 題目：《風》 | 逢星期四 8:00 ~ 9:00 pm | Facebook: [https://facebook.com/lamp]',
      ],
    ],
    ['a single credit in a sentence', '今晚由主持：阿燈帶大家看', ['p 今晚由主持：阿燈帶大家看']],
    [
      'glued Western sentences',
      'It is a rough ride!For a deeper look, come. See U.S.A news.',
      ['p It is a rough ride!', 'p For a deeper look, come. See U.S.A news.'],
    ],
    ['markup characters', '1 &lt;b&gt; 2 &amp;amp; 3', ['p 1 &lt;b&gt; 2 &amp;amp; 3']],
  ])('%s', (_, body, blocks) => {
    expect(outline(body)).toEqual(blocks)
  })
})

describe('a description that kept its line breaks', () => {
  const lines =
    'The first line.\nThe second line.\n\nA new paragraph.\n-----\nStart 0:00\nLamp 2:10'
  const blocks = [
    'p The first line. / The second line.',
    'p A new paragraph.',
    'hr',
    'ul Start [0:00] | Lamp [2:10]',
  ]

  test.each([
    ['in plain text', lines, 'text'],
    ['in a block of HTML', lines, 'html'],
    ['as br elements', lines.replaceAll('\n', '<br>\n'), 'html'],
  ] as const)('%s', (_, body, form) => {
    expect(outline(body, form)).toEqual(blocks)
  })

  test('is left alone when it has markup of its own', () => {
    const body = '<p>0:00 <b>A</b></p><ul><li>1:10 B</li></ul>'
    expect(clean(body).parts.join('')).toBe(`<div>${body}</div>`.replace(/<\/?div>/g, ''))
  })
})

test('a chapter links to its time in the video', () => {
  const html = clean('0:00 A1:02:33 B').parts.join('')
  expect(html).toContain(`<a href="${sourceUrl}" `)
  expect(html).toContain(`<a href="${sourceUrl}&amp;t=3753s" `)
})

test('only the description of a video is restructured', () => {
  const body = '<div>0:00 A1:02 B==========C</div>'
  const { parts } = cleanArticle({ body, bodyForm: 'html', sourceUrl: 'https://lamp.example/' })
  expect(parts.join('')).toBe(body)
})

const piece = fc.constantFrom(
  '今天去看碼頭',
  '。',
  '！',
  '：',
  '，',
  ' ',
  '  ',
  '\u3000',
  '\n',
  '\n\n',
  'Lamp',
  'pm',
  '.',
  '!',
  '(',
  ')',
  '【',
  '】',
  '「',
  '」',
  'https://youtu.be/NB_-x5x3Gv0',
  'https://lamp.example/a?b=c',
  'www.lamp.example',
  'bit.ly/a1',
  'a@lamp.example',
  'Facebook',
  'Follow',
  '0:00',
  '1:02',
  '1:02:33',
  '[',
  ']',
  '#碼頭',
  '#',
  '-----',
  '==========',
  '******',
  '*',
  '－－－－－',
  '1、',
  '2、',
  '3. ',
  '①',
  '②',
  '✪',
  '►',
  '👉',
  '主持：',
  '嘉賓：',
  '<',
  '&',
  '&amp;',
  '\u200b',
  '\ufe0f',
)

/** Visible text without white space and drawn lines. */
function toSeen(parts: readonly string[]): string {
  const text = parts.join('').replace(/<(?:\/?(?:p|ul|li)|br|hr)>/g, '\n')
  return text
    .replace(/<[^>]*>/g, '')
    .replace(rulePattern, '')
    .replace(/\s/gu, '')
}

test('keeps every character in order, except white space and drawn lines', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const body = pieces.join('').replaceAll('<', '&lt;')
      const { parts } = clean(body)
      const before = cleanArticle({ body: `<p>${body}</p>`, bodyForm: 'html' })
      expect(toSeen(parts)).toBe(toSeen(before.parts))
    }),
    { numRuns: 400 },
  )
})

function riseTimes(characters: number): string {
  const minutes = Array.from({ length: Math.ceil(characters / 400) }, (_, minute) => String(minute))
  const seconds = Array.from({ length: 60 }, (_, second) => String(second).padStart(2, '0'))
  return minutes.flatMap((minute) => seconds.map((second) => `${minute}:${second} a`)).join('')
}

test.each([
  ['times', '0:00 '],
  ['ascending times', undefined],
  ['hashtags', '#碼頭'],
  ['bullets', '✪a'],
  ['numbers', '1、2、3、'],
  ['asterisks', '*'],
  ['sentences', 'a.Aaaaaaaaaaaaaaaaaaaaaaaaaaa'],
  ['credits', '主持：'],
  ['brackets', '【'],
  ['URLs', 'https://a.example/b一'],
])('S20 reads a million characters of %s, twice as many with twice the work', (_, text) => {
  const toBody = (characters: number) =>
    text === undefined ? riseTimes(characters) : text.repeat(Math.ceil(characters / text.length))
  expect(doubleWork(20_000, (characters) => clean(toBody(characters)))).toBeLessThan(2.5)
  expect(clean(toBody(1_000_000)).parts).not.toEqual([])
})
