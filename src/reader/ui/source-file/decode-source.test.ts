import { expect, test } from 'vitest'
import { decodeSource } from './decode-source.ts'

const toBytes = (...bytes: number[]) => Uint8Array.from(bytes)
const utf8 = (text: string) => new TextEncoder().encode(text)

test.each([
  ['UTF-8', utf8('渡船'), '渡船', 'utf-8'],
  ['UTF-8 with a mark', toBytes(0xef, 0xbb, 0xbf, 0x61), 'a', 'utf-8'],
  ['UTF-16 with a mark', toBytes(0xff, 0xfe, 0x21, 0x6e), '渡', 'utf-16le'],
  [
    'what a file declares',
    Uint8Array.from([...utf8('<meta charset="big5">'), 0xb4, 0xe7]),
    '<meta charset="big5">渡',
    'big5',
  ],
  ['the encoding in which the article stands', toBytes(0xb6, 0xc9, 0xb4, 0xac), '渡船', 'gb18030'],
  ['damaged UTF-8', Uint8Array.from([...utf8('渡船开了'), 0xff]), '渡船开了\ufffd', 'utf-8'],
  ['Latin letters', toBytes(0x63, 0x61, 0x66, 0xe9), 'café', 'windows-1252'],
  [
    'what no browser knows as Latin letters',
    Uint8Array.from([...utf8('charset=x-none '), 0xe9]),
    'charset=x-none é',
    'windows-1252',
  ],
])('a file is read as %s', (_, bytes, text, encoding) => {
  expect(decodeSource(bytes, '渡船')).toEqual({ text, encoding })
})
