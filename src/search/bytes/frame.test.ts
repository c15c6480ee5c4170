import { describe, expect, test } from 'vitest'
import { openFrame, sealFrame } from './frame.ts'
import { SearchFormatError } from './search-format-error.ts'

const identity = { kind: 'terms', number: 7 } as const
const payload = Uint8Array.of(1, 2, 3, 250)
const frame = sealFrame(identity, payload)

function change(at: number, byte: number): Uint8Array {
  const changed = frame.slice()
  changed[at] = byte
  return changed
}

test('a frame round-trips its payload', () => {
  expect(openFrame(frame, identity, 'x')).toEqual(payload)
  expect(openFrame(sealFrame(identity, new Uint8Array()), identity, 'x')).toHaveLength(0)
})

describe('the error names the problem', () => {
  test.each([
    [
      'a file of another kind',
      new TextEncoder().encode('<!doctype html><title>404'),
      'not a file of a search index',
    ],
    ['no bytes', new Uint8Array(), 'cut off'],
    ['half a header', frame.slice(0, 10), 'cut off'],
    ['another version', change(4, 9), 'version 9, this program knows 5'],
    ['a truncated payload', frame.slice(0, -1), 'says 4 bytes, has 3'],
    ['trailing bytes', Uint8Array.of(...frame, 0), 'says 4 bytes, has 5'],
    ['a changed byte', change(22, 0), 'checksum'],
    ['a changed number', change(8, 8), 'checksum'],
    ['a changed checksum', change(16, 0), 'checksum'],
    ['another block', sealFrame({ kind: 'terms', number: 8 }, payload), 'block 8 instead of 7'],
    ['another kind', sealFrame({ kind: 'root', number: 7 }, payload), 'another part'],
  ])('%s', (_, bytes, problem) => {
    expect(() => openFrame(bytes, identity, 'x.bin')).toThrow(SearchFormatError)
    expect(() => openFrame(bytes, identity, 'x.bin')).toThrow(problem)
    expect(() => openFrame(bytes, identity, 'x.bin')).toThrow('x.bin')
  })
})
