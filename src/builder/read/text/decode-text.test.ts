import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { doubleWork } from '#testing/count-work.ts'
import { decodeText } from './decode-text.ts'

/** Returns the text and the number of warnings, or the field and reason of the error. */
function decode(bytes: Uint8Array) {
  const { value, error } = decodeText(bytes)
  return value ? [value.text, value.warnings.length] : [error.field, error.reason]
}

const utf8 = (text: string) => new TextEncoder().encode(text)
const utf16le = (text: string) => Buffer.from(text, 'utf16le')
const bytes = (...values: number[]) => Uint8Array.from(values)

describe('B12 a post in UTF-8', () => {
  test.each<[string, Uint8Array, string]>([
    ['is read unchanged', utf8('---\n标题 é 🚢\n'), '---\n标题 é 🚢\n'],
    ['loses its byte order mark', bytes(0xef, 0xbb, 0xbf, 0x61), 'a'],
    ['loses its carriage returns', utf8('a\r\nb\rc\n'), 'a\nb\nc\n'],
    ['loses control characters but not tabs', utf8('a\0b\u0007\u001bc\u007fd\te'), 'abcd\te'],
    ['keeps a replacement character of its own', utf8('a\ufffdb'), 'a\ufffdb'],
    ['may be empty', bytes(), ''],
  ])('%s', (_, given, text) => {
    expect(decode(given)).toEqual([text, 0])
  })

  test('B12 gets U+FFFD and one warning with its line for broken bytes', () => {
    const { value } = decodeText(Buffer.concat([utf8('题题\nok\n标'), bytes(0xff), utf8('题 end')]))
    expect(value?.text).toBe('题题\nok\n标\ufffd题 end')
    expect(value?.warnings).toMatchObject([{ field: 'encoding', line: 3 }])
  })

  test('round-trips any text without control characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const plain = text.replace(/[\p{Cc}\ufeff]/gu, '')
        expect(decode(utf8(plain))).toEqual([plain, 0])
      }),
    )
  })
})

// A few words about a harbour and its boats in the two encodings.
const gb18030 = Buffer.from(
  '2d2d2d0a7469746c653a20b8dbbfdabda8bfecd2bbb8f6d4c20a2d2d2d0ad5e2cac7d6d0b9fab5c4b4aca1a3',
  'hex',
)
const big5 = Buffer.from(
  '2d2d2d0a7469746c653a20a4a4b0eaaabab4e4a466a6b3a457a4a30a2d2d2d0aa6b3a440bfb4b4e7b2eea141',
  'hex',
)

describe('B12 another encoding is named, with a command that converts it', () => {
  test.each<[string, Uint8Array]>([
    ['UTF-16LE', Buffer.concat([bytes(0xff, 0xfe), utf16le('---\ntitle: x')])],
    ['UTF-16BE', Buffer.concat([bytes(0xfe, 0xff), utf16le('---\ntitle: x').swap16()])],
    ['UTF-16LE', utf16le('---\ntitle: x')],
    ['UTF-16BE', utf16le('---\ntitle: x').swap16()],
    ['UTF-32LE', bytes(0xff, 0xfe, 0, 0, 0x2d, 0, 0, 0)],
    ['GB18030', gb18030],
    ['Big5', big5],
  ])('%s', (encoding, given) => {
    const { error } = decodeText(given)
    expect(error?.reason).toBe(`The file seems to be ${encoding}, not UTF-8.`)
    expect(error?.hint).toContain(`iconv -f ${encoding}`)
  })

  test('but accents in a Latin-1 file only become U+FFFD', () => {
    const latin1 = Buffer.from(
      '---\ntitle: Les élèves à l’été\n---\nVoilà, où Noël\n'.replace('’', "'"),
      'latin1',
    )
    expect(decodeText(latin1).value?.warnings).toHaveLength(1)
  })
})

test('S20 reads two million broken bytes, twice as many with at most twice the work', () => {
  expect(
    doubleWork(1_000_000, (count) => decodeText(new Uint8Array(count).fill(0xe5))),
  ).toBeLessThan(2.5)
})
