import { assert, property, uint8Array } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeName, toDiskPath, toReadableName } from './disk-name.ts'

describe('names that are not UTF-8', () => {
  test.each([
    ['plain.md', 'plain.md'],
    ['café.md', 'café.md'],
    ['中文.md', '中文.md'],
    ['\u{1f480}.md', '\u{1f480}.md'],
    ['\ufffd.md', '\ufffd.md'],
  ])('%s is itself', (name, shown) => {
    const decoded = decodeName(Buffer.from(name))
    expect([decoded, toReadableName(decoded), toDiskPath(decoded)]).toEqual([name, shown, name])
  })

  test.each([
    ['caf\xe9.md', 'caf%E9.md'],
    ['\xd6\xd0\xce\xc4.md', '%D6%D0%CE%C4.md'],
    // A character in UTF-8 beside a byte that is none.
    ['\xc3\xa9\xe9.md', 'é%E9.md'],
    // Cut, too long, a surrogate, beyond Unicode.
    ['\xe4\xb8', '%E4%B8'],
    ['\xc0\xaf', '%C0%AF'],
    ['\xed\xb2\x80', '%ED%B2%80'],
    ['\xf5\x80\x80\x80', '%F5%80%80%80'],
    ['\xef\xbf\xbd\xff', '\ufffd%FF'],
  ])('%j is shown with its bytes', (latin, shown) => {
    const bytes = Buffer.from(latin, 'latin1')
    const decoded = decodeName(bytes)
    expect(toReadableName(decoded)).toBe(shown)
    expect(toDiskPath(decoded)).toEqual(bytes)
  })

  test('no byte is lost or taken for another', () => {
    assert(
      property(uint8Array({ minLength: 1, maxLength: 12 }), (bytes) => {
        const decoded = decodeName(bytes)
        expect(Buffer.from(toDiskPath(decoded))).toEqual(Buffer.from(bytes))
        const shown = toReadableName(decoded)
        expect(Buffer.from(shown).toString()).toBe(shown)
      }),
    )
  })
})
