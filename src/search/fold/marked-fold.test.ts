import { describe, expect, test } from 'vitest'
import { foldWithOffsets, markedFold } from './fold-text.ts'

/** Marks as signs that can be read: `~` joins words, `_` groups of digits, `:` and `°` stand behind a letter. */
function show(folded: string): string {
  return folded
    .replaceAll('\u0001', '~')
    .replaceAll('\u0002', ':')
    .replaceAll('\u0003', '°')
    .replaceAll('\u0004', '_')
}

describe('a marked folding', () => {
  test.each([
    ['joins what an apostrophe parts', "Who’s O'Neill l`eau d´été", 'who~s o~neill l~eau d~ete'],
    ['joins what a letter for an apostrophe parts', 'Qurʾan Hawaiʻi', 'qur~an hawai~i'],
    ['joins what a hyphen parts', 'sea-wall re‐enter e‑mail', 'sea~wall re~enter e~mail'],
    ['joins what abbreviates in Hebrew', 'צה״ל ג׳ורג', 'צה~ל ג~ורג'],
    [
      'joins nothing at other signs',
      'sea–wall a/b a.b a, b sea - wall',
      'sea wall a b a b a b sea wall',
    ],
    [
      'joins no lines and no scripts without spaces',
      "sea'\nwall 海-墙 海-wall",
      'sea wall 海 墙 海 wall',
    ],
    [
      'joins no digits, but letters to them',
      '2019-03-04 COVID-19 1990’s',
      '2019 03 04 covid~19 1990~s',
    ],
    [
      'groups digits',
      "10,000 10.000 10'000 10’000 10 000 10\u202f000",
      Array(6).fill('10_000').join(' '),
    ],
    ['groups digits of long numbers and of India', '1,234,567 1,00,000', '1_234_567 1_00_000'],
    [
      'groups only groups of three',
      '3.14 1,5 1234,567 12,34 1,234,5',
      '3 14 1 5 1234 567 12 34 1_234 5',
    ],
    ['groups no years', 'in 2019 300 people', 'in 2019 300 people'],
    ['groups a number behind another', '3 10,000 and 3 10 000', '3 10_000 and 3 10_000'],
    ['groups digits before a hyphen', '10,000-strong', '10_000~strong'],
    [
      'marks what may be written with e or a',
      'Möller Füße smørgås ÄÖÜ',
      'mo:ller fu:sse smo:rga°s a:o:u:',
    ],
    ['marks decomposed letters too', 'Mo\u0308ller a\u030a', 'mo:ller a°'],
    [
      'marks no other dots',
      'naïve Noël ёлка ő',
      'nai\u0308ve noe\u0308l елка o'.normalize('NFD').replace(/\u0308/gu, ''),
    ],
    [
      'keeps the signs behind a word',
      'C++, C# (F#) g++; Canal+ A+ 50+',
      'c++ c# f# g++ canal+ a+ 50+',
    ],
    ['keeps them in any width and beside Chinese', 'Ｃ＋＋ C♯ 用C++写', 'c++ c# 用 c++ 写'],
    ['keeps two plus signs before a word', 'C++11', 'c++ 11'],
    ['keeps no sign between words', 'a+b #12 issue#12 1+1', 'a b 12 issue 12 1 1'],
    ['keeps the dot before a word', '.NET /.git 用.NET ', '.net .git 用 .net'],
    ['keeps no other dot', 'ASP.NET the end. Next ...and .5', 'asp net the end next and 5'],
    [
      'keeps the dashes of a flag',
      'reset --hard (--soft) --no-edit',
      'reset --hard --soft --no~edit',
    ],
    ['keeps them as programs print them', 'reset –hard —soft', 'reset --hard --soft'],
    ['keeps no other dashes', 'a--b a — b ——b —Hola ---b -rf', 'a b a b b hola b rf'],
    ['keeps emoji', 'a🎉b ❤️ 港🎉口', 'a 🎉 b ❤ 港 🎉 口'],
    ['keeps sequences of emoji together', '👨‍👩‍👧 👩🏽‍🚀 ❤️‍🔥 🤷‍♀️', '👨👩👧 👩🚀 ❤🔥 🤷♀'],
    ['parts emoji side by side', '🎉👍🎊', '🎉 👍 🎊'],
    ['drops skin tones', '👍🏽👍🏿', '👍 👍'],
    ['pairs the letters of flags', '🇹🇼🇩🇪🇯', '🇹🇼 🇩🇪 🇯'],
    ['parts emoji by a letter that composes', '🇹🇼ㅏ\u200d🇹🇼', '🇹🇼 \u1161 🇹🇼'],
    ['keeps keycaps as numbers', '1️⃣', '1'],
    ['drops signs that are no emoji', '→ • © 你好™', '你好 tm'],
  ])('%s', (_claim, text, folded) => {
    expect(show(markedFold(text))).toBe(folded)
  })

  test('takes time that grows with the text, whatever the text', () => {
    const many = 20_000
    for (const part of ['12,', '1,000,', 'a-', "'", '--', '+', '🎉', '.a', '👩‍', '🇹'])
      expect(markedFold(part.repeat(many)).length).toBeLessThanOrEqual(part.length * many * 2)
  })

  test.each([
    ['a sign of a word', 'In C++.', 'c++', 'C++'],
    ['a long dash', 'git –hard', '--hard', '–hard'],
    ['a joined word', 'It’s', 'it\u0001s', 'It’s'],
    ['a letter with dots', 'Höhe', 'ho\u0002he', 'Höhe'],
    ['Arabic with its points', 'في كِتَاب', 'كتاب', 'كِتَاب'],
    ['a tatweel', 'عـــربي', 'عربي', 'عـــربي'],
    ['a sequence of emoji', 'ab👨‍👩‍👧', '👨👩👧', '👨‍👩‍👧'],
  ])('maps %s to its place in the original', (_what, text, folded, written) => {
    const { folded: all, starts, ends } = foldWithOffsets(text)
    const at = all.indexOf(folded)
    expect(text.slice(starts[at], ends[at + folded.length - 1])).toBe(written)
  })
})
