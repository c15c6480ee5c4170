import { expect, test } from 'vitest'
import { decodeSource } from './decode-source.ts'
import { listKnownPieces } from './known-pieces.ts'

const toBytes = (...bytes: number[]) => Uint8Array.from(bytes)
const utf8 = (text: string) => new TextEncoder().encode(text)

const utf16 = (text: string, isLittle: boolean) =>
  Uint8Array.from(
    Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)).flatMap((unit) =>
      isLittle ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255],
    ),
  )
const head = '---\ntitle: A ferry\n---\n'

test.each([
  ['UTF-8', utf8('渡船'), '渡船', 'utf-8'],
  ['UTF-8 with a mark', toBytes(0xef, 0xbb, 0xbf, 0x61), 'a', 'utf-8'],
  ['UTF-16 with a mark', toBytes(0xff, 0xfe, 0x21, 0x6e), '渡', 'utf-16le'],
  ['UTF-16 without a mark', utf16(`${head}渡船`, true), `${head}渡船`, 'utf-16le'],
  ['UTF-16 the other way round', utf16(`${head}渡船`, false), `${head}渡船`, 'utf-16be'],
  [
    'what a file declares',
    Uint8Array.from([...utf8('<meta charset="big5">'), 0xb4, 0xe7]),
    '<meta charset="big5">渡',
    'big5',
  ],
  [
    'what a file declares in the words of Windows',
    Uint8Array.from([...utf8('charset: cp936\n'), 0xb6, 0xc9]),
    'charset: cp936\n渡',
    'gbk',
  ],
  ['the encoding in which the article stands', toBytes(0xb6, 0xc9, 0xb4, 0xac), '渡船', 'gb18030'],
  ['Big5 in which the article stands', toBytes(0xb4, 0xe7, 0xb2, 0xee), '渡船', 'big5'],
  [
    'the encoding in which the article stands, whatever a page in the file declares',
    Uint8Array.from([...utf8('<meta charset="iso-8859-1">'), 0xb6, 0xc9, 0xb4, 0xac]),
    '<meta charset="iso-8859-1">渡船',
    'gb18030',
  ],
  ['damaged UTF-8', Uint8Array.from([...utf8('渡船开了'), 0xff]), '渡船开了\ufffd', 'utf-8'],
  [
    'damaged UTF-8, whatever a page in the file declares',
    Uint8Array.from([...utf8('渡船<meta charset="gbk">'), 0xff]),
    '渡船<meta charset="gbk">\ufffd',
    'utf-8',
  ],
  ['Latin letters', toBytes(0x63, 0x61, 0x66, 0xe9), 'café', 'windows-1252'],
  [
    'what no browser knows as Latin letters',
    Uint8Array.from([...utf8('charset=x-none '), 0xe9]),
    'charset=x-none é',
    'windows-1252',
  ],
])('a file is read as %s', (_, bytes, text, encoding) => {
  expect(decodeSource(bytes, ['渡船'])).toEqual({ text, encoding })
})

test('an article that was read from a file tells its encoding, in any script', () => {
  const text = 'Вечером над гаванью погас маяк'
  const koi8 = Uint8Array.from(
    'f7c5dec5d2cfcd20cec1c420c7c1d7c1ced8c020d0cfc7c1d320cdc1d1cb'.match(/../g) ?? [],
    (hex) => parseInt(hex, 16),
  )
  expect(decodeSource(koi8, listKnownPieces(text))).toEqual({ text, encoding: 'koi8-r' })
  expect(decodeSource(koi8, []).encoding).toBe('windows-1252')
})

test('what is known of an article are rows of letters beyond ASCII, spread over it', () => {
  expect(listKnownPieces('The ferry, café 渡船在九点离开码头了 and <b>')).toEqual([
    'café',
    '渡船在九点离开码',
  ])
  const many = Array.from({ length: 600 }, (_, at) => String.fromCodePoint(0x4e00 + at)).join(' ')
  const pieces = listKnownPieces(many)
  expect(pieces).toHaveLength(24)
  expect(pieces.at(-1)).toBe(String.fromCodePoint(0x4e00 + 575))
})
