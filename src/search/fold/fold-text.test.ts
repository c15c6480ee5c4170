import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mixedText } from '../testing/mixed-text.ts'
import { isEmojiUnit } from './emoji.ts'
import { foldText, foldWithOffsets, markedFold } from './fold-text.ts'
import { dropVowels } from './marks.ts'

describe('folding', () => {
  test.each([
    ['converts traditional Chinese to simplified', '臺灣國會與學運', '台湾国会与学运'],
    ['leaves simplified Chinese as it is', '台湾国会与学运', '台湾国会与学运'],
    [
      'unifies the variants of a character',
      '裡裏里 台臺檯颱枱 着著 為爲为 線綫线',
      '里里里 台台台台台 着着 为为为 线线线',
    ],
    ['knows rare traditional characters', '㗲䓣鿓', '𠵾𬜯鿒'],
    [
      'replaces compatibility characters and radicals with the characters they resemble',
      '豈⼀⺟',
      '岂一母',
    ],
    ['converts full width to half width', 'ＡＢＣ１２３％', 'abc123'],
    ['converts half-width kana to full width, with their voiced marks', 'ｶﾞｷﾞﾎﾟ ｱｰ', 'ガギポ アー'],
    ['composes kana with their marks', 'か\u3099ハ\u309a', 'がパ'],
    ['drops case', 'Straße STRASSE STRAẞE', 'strasse strasse strasse'],
    [
      'drops accents',
      'Élan e\u0301lan Ångström Žižek Ёлка Ελλάδα',
      'elan elan angstrom zizek елка ελλαδα',
    ],
    ['takes strokes off', 'Øre łódź Đà Nẵng ħ ŧ', 'ore lodz da nang h t'],
    ['parts letters that are two', 'Ærø œuvre Þór Guðmundur', 'aero oeuvre thor gudmundur'],
    ['unifies the two lowercase sigmas', 'ΟΔΟΣ οδος οδοσ', 'οδοσ οδοσ οδοσ'],
    [
      'folds Turkish i to i, dotted and dotless',
      'İstanbul ISTANBUL ıstanbul',
      'istanbul istanbul istanbul',
    ],
    ['decomposes ligatures', 'ﬁn ﬀ Ǆ ĳ ㎏ ㏒ № ½ x²', 'fin ff dz ij kg log no 1 2 x2'],
    ['converts circled and Roman numerals to plain ones', '①⑳Ⅳ㈠', '120iv 一'],
    ['composes Hangul', '\u1112\u1161\u11ab\u1100\u116e\u11a8 ㅎㅏ ﾡￂ', '한국 하 가'],
    [
      'drops joiners, soft hyphens, bidirectional marks and variation selectors',
      'zero\u200bwidth so\u00adft \u202bא\u202c 葛\u{e0100} ️',
      'zerowidth soft א 葛',
    ],
    ['drops invisible characters inside a letter', 'e\u200d\u0301a か\ufe00\u3099', 'ea が'],
    ['drops the points of Hebrew and Arabic', 'שָׁלוֹם مُحَمَّد كِتَابًا ٱلرَّحْمٰن', 'שלום محمد كتابا الرحمن'],
    ['keeps the vowels of Thai', 'น้ำ', 'น้ํา'],
    ['drops the tatweel', 'عـــربي', 'عربي'],
    [
      'takes the forms of alef for one, and hamzas off',
      'أحمد إلى آمن ٱبن مؤمن شيئا',
      'احمد الي امن ابن مومن شييا',
    ],
    [
      'takes teh marbuta for heh, alef maksura for yeh',
      'مدرسة مدرسه موسى موسي',
      'مدرسه مدرسه موسي موسي',
    ],
    [
      'takes the letters of Persian and Urdu for those of Arabic',
      'کتاب فارسی ہے خانهٔ خانۀ',
      'كتاب فارسي هے خانه خانه',
    ],
    ['takes ligatures of Arabic apart', 'ﻻ ﷲ', 'لا الله'],
    ['reads the digits of other scripts', '٢٠٢١ ۱۴۰۰ १२३ ๑๒ ５', '2021 1400 123 12 5'],
    ['turns a run of punctuation into one space', '“你好”——他说：……再见！', '你好 他说 再见'],
    ['drops emoji', 'a👨‍👩‍👧b 🎉 c1️⃣', 'a b c1'],
    ['leaves no space at either end', '  （中国）\n', '中国'],
    [
      'inserts a space where a word meets a dense script',
      '第5代iPhone用户 COVID病毒',
      '第 5 代 iphone 用户 covid 病毒',
    ],
    ['keeps a space that was already there', '第 5 代 iPhone 用户', '第 5 代 iphone 用户'],
    ['turns lone surrogates into spaces', 'a\ud800b \udc00c中\ud842', 'a b c 中'],
    ['keeps characters beyond the BMP', '𠮷野家 𝔘𝔫𝔦 𐐀', '𠮷野家 uni 𐐨'],
    ['is empty for punctuation', '!!! "" — 🎉', ''],
    ['is empty for empty text', '', ''],
  ])('%s', (_claim, text, folded) => {
    expect(foldText(text)).toBe(folded)
  })

  test('is idempotent for every character', () => {
    const all = Array.from({ length: 0x110000 }, (_, code) => `a${String.fromCodePoint(code)}b`)
    const folded = foldText(all.join(' '))
    expect(foldText(folded) === folded).toBe(true)
  })

  test('is idempotent for texts in many scripts', () => {
    fc.assert(
      fc.property(mixedText, (text) => {
        const folded = foldText(text)
        expect(foldText(folded)).toBe(folded)
      }),
      { numRuns: 2_000 },
    )
  })

  test('folds all cases and normal forms of a character to the same text', () => {
    const different: string[] = []
    for (let code = 0; code <= 0x10ffff; code++) {
      const character = String.fromCodePoint(code)
      const forms = ['NFC', 'NFD', 'NFKC', 'NFKD'].map((form) => character.normalize(form))
      const others = [...forms, character.toUpperCase(), character.toLowerCase()].filter(
        (other) => other !== character,
      )
      if (others.length === 0) continue
      const folded = foldText(`a${character}b`)
      if (others.some((other) => foldText(`a${other}b`) !== folded)) different.push(character)
    }
    expect(different).toEqual([])
  })

  test('limits the marks on one letter', () => {
    expect(foldText(`a${'\u094d'.repeat(100_000)}b`)).toBe(`a${'\u094d'.repeat(31)}b`)
    expect(foldText(`a${'\u0301'.repeat(100_000)}b`)).toBe('ab')
  })
})

describe('folding with offsets', () => {
  test('maps each unit to its place in the original', () => {
    const { folded, starts, ends } = foldWithOffsets('「台灣」 ﬁn5代')
    expect(folded).toBe('台湾 fin5 代')
    expect([...starts]).toEqual([1, 2, 3, 5, 5, 6, 7, 8, 8])
    expect([...ends]).toEqual([2, 3, 5, 6, 6, 7, 8, 8, 9])
  })

  test('flags what is spelled as it folds', () => {
    const { folded, plain } = foldWithOffsets('台灣 Ferry𠮷')
    expect(folded).toBe('台湾 ferry 𠮷')
    expect([...plain].join('')).toBe('10101111111')
  })

  test('agrees with foldText, and its offsets ascend and cover every letter', () => {
    fc.assert(
      fc.property(mixedText, (text) => {
        const { folded, starts, ends, plain } = foldWithOffsets(text)
        expect(folded).toBe(markedFold(text))
        expect(toWords(folded)).toEqual(toWords(foldText(text)))
        expect([starts.length, ends.length, plain.length]).toEqual(Array(3).fill(folded.length))
        expect([...starts]).toEqual([...starts].toSorted((a, b) => a - b))
        expect([...ends]).toEqual([...ends].toSorted((a, b) => a - b))
        expect(starts.every((start, at) => start <= (ends[at] ?? 0))).toBe(true)
        expect(uncovered(text, starts, ends).filter((part) => markedFold(part) !== '')).toEqual([])
      }),
      { numRuns: 1_000 },
    )
  })

  test('maps each word to a range that folds to it', () => {
    fc.assert(
      fc.property(mixedText, fc.nat(), fc.nat(), (text, a, b) => {
        const { folded, starts, ends } = foldWithOffsets(text)
        const words = [...folded.matchAll(/[^ ]+/g)]
        const from = words[Math.min(a, b) % (words.length || 1)]
        if (from === undefined) return
        const start = starts[from.index] ?? 0
        const end = ends[from.index + from[0].length - 1] ?? 0
        expect(toWords(markedFold(text.slice(start, end))).join(' ')).toContain(
          toWords(from[0]).join(' '),
        )
      }),
      { numRuns: 1_000 },
    )
  })
})

/** The words of a folding without marks, signs and emoji. */
function toWords(folded: string): string[] {
  const plain = dropVowels(folded)
    .replace(/[+#.-]/gu, '')
    .replaceAll('\u0001', ' ')
    .replaceAll('\u0004', ' ')
  return plain.split(' ').filter((word) => word !== '' && !isEmojiUnit(word.charCodeAt(0)))
}

/** Parts of a text that no folded unit maps to. */
function uncovered(text: string, starts: Uint32Array, ends: Uint32Array): string[] {
  const parts: string[] = []
  let reached = 0
  for (const [at, start] of starts.entries()) {
    if (start > reached) parts.push(text.slice(reached, start))
    reached = Math.max(reached, ends[at] ?? 0)
  }
  return [...parts, text.slice(reached)]
}
