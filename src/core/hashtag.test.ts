import { expect, test } from 'vitest'
import { findHashtags } from './hashtag.ts'

test.each([
  ['one alone', '#香港', ['香港']],
  ['a row with spaces', '#lamp #sea_wall #tag2', ['lamp', 'sea_wall', 'tag2']],
  ['a row without spaces', '#趣聞#旅行#港口', ['趣聞', '旅行', '港口']],
  ['one in a sentence', '為何#公理 仍是公理', ['公理']],
  ['one before a sign', '今天的#港口，風大', ['港口']],
  ['a full-width sign', '＃港口', ['港口']],
  ['one before a drawn line', '#港口==========', ['港口']],
  ['one glued to a drawn line', '==========#港口', ['港口']],
  ['no number', '#1 #2024', []],
  ['no mark that leads a line', '#Telegram：https://t.me/x #Mail: a@b.example', []],
  ['no sharp', 'C#Dur F# G#7', []],
  ['no part of an address', 'https://a.example/#top', []],
  ['no entity', '&#8226;港口', []],
  ['none that a sentence is glued to', '#港口今天的風很大所以船不開，明天', []],
  ['none that is too long for a name', `#${'港'.repeat(41)}`, []],
  ['none that a numbered list is glued to', '#港口1，船', []],
  ['the Chinese name before a western line', '#港口Music by A. Lamp', ['港口']],
  ['letters of two scripts', '#港口Vlog', ['港口Vlog']],
  ['nothing', 'no tags', []],
])('finds %s', (_, text, names) => {
  const found = findHashtags(text)
  expect(found.map(({ name }) => name)).toEqual(names)
  expect(found.map(({ start, end }) => text.slice(start + 1, end))).toEqual(names)
})
