import { expect, test } from 'vitest'
import { findHashtags } from './hashtag.ts'

test.each([
  ['a single one', '#香港', ['香港']],
  ['a row with spaces', '#lamp #sea_wall #tag2', ['lamp', 'sea_wall', 'tag2']],
  ['a row without spaces', '#趣聞#旅行#港口', ['趣聞', '旅行', '港口']],
  ['one in a sentence', '為何#公理 仍是公理', ['公理']],
  ['one before punctuation', '今天的#港口，風大', ['港口']],
  ['a full-width sign', '＃港口', ['港口']],
  ['one before a ruled line', '#港口==========', ['港口']],
  ['one glued to a ruled line', '==========#港口', ['港口']],
  ['no number', '#1 #2024', []],
  ['no label at the beginning of a line', '#Telegram：https://t.me/x #Mail: a@b.example', []],
  ['no musical sharp', 'C#Dur F# G#7', []],
  ['no fragment of a URL', 'https://a.example/#top', []],
  ['no HTML entity', '&#8226;港口', []],
  ['none with a sentence glued to it', '#港口今天的風很大所以船不開，明天', []],
  ['none longer than 40 letters', `#${'港'.repeat(41)}`, []],
  ['none with a numbered list glued to it', '#港口1，船', []],
  ['the Chinese name before a Latin text', '#港口Music by A. Lamp', ['港口']],
  ['a name in two scripts', '#港口Vlog', ['港口Vlog']],
  ['none without a #', 'no tags', []],
])('finds %s', (_, text, names) => {
  const found = findHashtags(text)
  expect(found.map(({ name }) => name)).toEqual(names)
  expect(found.map(({ start, end }) => text.slice(start + 1, end))).toEqual(names)
})
