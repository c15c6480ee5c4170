import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BitReader } from './bit-reader.ts'
import { BitWriter, countCodeBits } from './bit-writer.ts'
import { ByteReader } from './byte-reader.ts'
import { ByteWriter } from './byte-writer.ts'
import { toCrc32 } from './crc32.ts'
import { SearchFormatError } from './search-format-error.ts'
import { maxTermUnits, readTerm, writeTerm } from './term-coding.ts'
import { TermUnits } from './term-units.ts'

const uint32 = fc.oneof(fc.nat(300), fc.nat(70_000), fc.integer({ min: 0, max: 0xffffffff }))

/** Returns the bytes in pieces of equal length, like a file read in parts. */
function toPieces(bytes: Uint8Array, length: number): () => Uint8Array | undefined {
  let at = 0
  return () => {
    if (at >= bytes.length) return undefined
    at += length
    return bytes.subarray(at - length, at)
  }
}

function takeBytes(bits: BitWriter): Uint8Array {
  const bytes = new ByteWriter()
  bits.moveTo(bytes)
  return bytes.toBytes()
}

describe('numbers and bytes', () => {
  test('round-trip, even when read in pieces', () => {
    fc.assert(
      fc.property(
        fc.array(uint32),
        fc.uint8Array(),
        fc.integer({ min: 1, max: 9 }),
        (values, bytes, length) => {
          const writer = new ByteWriter()
          for (const value of values) {
            writer.writeVarint(value)
            writer.writeUint32(value)
            writer.writeBytes(bytes)
          }
          const written = writer.toBytes()
          const reader = new ByteReader(new Uint8Array(), 'test', toPieces(written, length))
          for (const value of values) {
            expect(reader.readVarint()).toBe(value)
            expect(reader.readUint32()).toBe(value)
            expect(reader.readBytes(bytes.length)).toEqual(bytes)
          }
          expect(reader.isAtEnd).toBe(true)
          expect(reader.position).toBe(written.length)
        },
      ),
    )
  })

  test.each([
    ['ends inside a number', [0x80]],
    ['has more than 32 bits', [0xff, 0xff, 0xff, 0xff, 0x10]],
    ['never ends', [0x80, 0x80, 0x80, 0x80, 0x80, 0x80]],
  ])('rejects a number that %s', (_, bytes) => {
    const reader = new ByteReader(Uint8Array.from(bytes), 'x.bin')
    expect(() => reader.readVarint()).toThrow(SearchFormatError)
  })

  test('a forged length allocates no memory', () => {
    const reader = new ByteReader(Uint8Array.of(1, 2), 'x.bin')
    expect(() => reader.readBytes(0xffffffff)).toThrow('x.bin: cut off at byte 0')
    expect(() => reader.readBytes(3)).toThrow(SearchFormatError)
  })
})

describe('bits', () => {
  const code = fc.record({
    value: fc.oneof(fc.nat(20), fc.nat(70_000), fc.nat(2 ** 30)),
    order: fc.nat(15),
  })

  test('codes round-trip and take as many bits as counted', () => {
    fc.assert(
      fc.property(fc.array(code), fc.array(fc.nat(2 ** 24 - 1)), (codes, values) => {
        const writer = new BitWriter()
        for (const value of values) writer.writeBits(value, 24)
        for (const { value, order } of codes) writer.writeCode(value, order)
        const reader = new BitReader(takeBytes(writer))
        for (const value of values) expect(reader.readBits(24)).toBe(value)
        for (const { value, order } of codes) {
          const start = reader.position
          expect(reader.readCode(order)).toBe(value)
          expect(reader.position - start).toBe(countCodeBits(value, order))
        }
        expect(reader.isAtEnd()).toBe(true)
      }),
    )
  })

  test.each([
    ['0 of order 0', 0, 0, '1'],
    ['1 of order 0', 1, 0, '010'],
    ['6 of order 0', 6, 0, '00111'],
    ['6 of order 2', 6, 2, '01010'],
    ['0 of order 3', 0, 3, '1000'],
  ])('the code of %s', (_, value, order, expected) => {
    const writer = new BitWriter()
    writer.writeCode(value, order)
    const bits = [...takeBytes(writer)].map((byte) => byte.toString(2).padStart(8, '0')).join('')
    expect(bits).toBe(expected.padEnd(8, '0'))
  })

  test('arbitrary bytes are read or rejected, never past their end', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 20 }), fc.nat(15), (bytes, order) => {
        const reader = new BitReader(bytes)
        const read = () => {
          for (;;) reader.readCode(order)
        }
        expect(read).toThrow(SearchFormatError)
        expect(reader.position).toBeLessThanOrEqual(bytes.length * 8 + 64)
      }),
    )
  })
})

test('a reader opened on a range of bytes stops at the end of the range', () => {
  const reader = new BitReader(new Uint8Array())
  reader.open(Uint8Array.of(255, 0b1010_0000, 255), 1, 2)
  expect(reader.readBits(4)).toBe(0b1010)
  expect(reader.isAtEnd()).toBe(true)
  expect(() => reader.readBits(5)).toThrow(SearchFormatError)
})

describe('terms', () => {
  const term = fc.string({ unit: 'binary', maxLength: maxTermUnits / 2 })

  test('round-trip in order', () => {
    fc.assert(
      fc.property(fc.array(term), (terms) => {
        const writer = new ByteWriter()
        for (const [at, own] of terms.entries()) writeTerm(writer, own, terms[at - 1] ?? '')
        const reader = new ByteReader(writer.toBytes(), 'test')
        let before = ''
        for (const own of terms) {
          before = readTerm(reader, before)
          expect(before).toBe(own)
        }
        expect(reader.isAtEnd).toBe(true)
      }),
    )
  })

  test('round-trip as units and compare like strings', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', minLength: 1, maxLength: 6 })), (texts) => {
        const writer = new ByteWriter()
        const sorted = [...new Set(texts)].toSorted()
        for (const [at, own] of sorted.entries()) writeTerm(writer, own, sorted[at - 1] ?? '')
        const reader = new ByteReader(writer.toBytes(), 'test')
        const all = sorted.map((own, at) => {
          const units = new TermUnits()
          const before = new ByteWriter()
          if (at > 0) writeTerm(before, sorted[at - 1] ?? '', '')
          if (at > 0) units.readNext(new ByteReader(before.toBytes(), 'test'))
          expect(units.readNext(reader)).toBe(true)
          expect(units.toText()).toBe(own)
          return units
        })
        for (const [at, units] of all.entries()) {
          const next = all[at + 1] ?? units
          const order = units.key - next.key || units.compareRest(next)
          expect(Math.sign(order)).toBe(next === units ? 0 : -1)
        }
      }),
    )
  })

  test.each([
    ['shares more units than there are', [0b0010_0100, 0x61]],
    ['is too long', [0b1111_0000, 100]],
    ['is cut off', [0b0010_0000, 0x61]],
  ])('rejects a term that %s', (_, bytes) => {
    const toReader = () => new ByteReader(Uint8Array.from(bytes), 'x.bin')
    expect(() => readTerm(toReader(), 'a')).toThrow(SearchFormatError)
    expect(() => new TermUnits().readNext(toReader())).toThrow(SearchFormatError)
  })

  test.each([
    ['repeats the one before', [0b0000_0010]],
    ['is below the one before', [0b0001_0000, 0x60]],
  ])('as units, rejects a term that %s', (_, bytes) => {
    const reader = new ByteReader(Uint8Array.from([0b0010_0000, 0x61, 0x62, ...bytes]), 'x.bin')
    const units = new TermUnits()
    units.readNext(reader)
    expect(() => units.readNext(reader)).toThrow('terms are out of order')
  })
})

test('the checksum is standard CRC-32, also when computed in parts', () => {
  const bytes = new TextEncoder().encode('123456789')
  expect(toCrc32(bytes)).toBe(0xcbf43926)
  for (let cut = 0; cut <= bytes.length; cut++) {
    expect(toCrc32(bytes.subarray(cut), toCrc32(bytes.subarray(0, cut)))).toBe(0xcbf43926)
  }
})
