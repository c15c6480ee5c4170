import { array, assert, boolean, constantFrom, nat, property, record, tuple } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makePicture, makePngHead, sampleNames } from '#builder/testing/make-pictures.ts'
import { describeOther, sniffDamaged, sniffPicture } from './sniff-picture.ts'

describe('finds format and dimensions in the bytes', () => {
  test.each(sampleNames)('%s', (name) => {
    const type = name.startsWith('webp') ? 'webp' : name
    expect(sniffPicture(makePicture(name))).toEqual({ type, width: 5, height: 3 })
  })

  test('a PNG that declares more pixels than it holds', () => {
    expect(sniffPicture(makePngHead(60_000, 50_000))).toMatchObject({
      width: 60_000,
      height: 50_000,
    })
  })
})

describe('the beginning of a picture tells its format', () => {
  test.each(sampleNames)('%s', (name) => {
    const type = name.startsWith('webp') ? 'webp' : name
    expect(sniffDamaged(makePicture(name).subarray(0, 12))).toEqual({ type, width: 0, height: 0 })
  })

  test.each(['', '<html>', 'PNG', 'RIFF0000WAVE', '0000ftypmp42'])('%j has none', (text) => {
    expect(sniffDamaged(Buffer.from(text, 'latin1'))).toBeUndefined()
  })
})

/** The JPEG sample with Exif data that has one entry. */
function makeExif(order: 'II' | 'MM', tag: number, value: number): Buffer {
  const tiff = Buffer.alloc(26)
  tiff.write(order, 'latin1')
  const isLittle = order === 'II'
  const write16 = (at: number, number: number) =>
    isLittle ? tiff.writeUInt16LE(number, at) : tiff.writeUInt16BE(number, at)
  write16(2, 42)
  if (isLittle) tiff.writeUInt32LE(8, 4)
  else tiff.writeUInt32BE(8, 4)
  write16(8, 1)
  write16(10, tag)
  write16(12, 3)
  write16(18, value)
  const head = Buffer.from([0xff, 0xe1, 0, 2 + 6 + tiff.length])
  const sample = makePicture('jpg')
  return Buffer.concat([
    sample.subarray(0, 2),
    head,
    Buffer.from('Exif\0\0'),
    tiff,
    sample.subarray(2),
  ])
}

describe('gives the sides of a photograph as it is shown', () => {
  test.each([
    ['upright', makeExif('II', 0x0112, 1), 5],
    ['upside down', makeExif('MM', 0x0112, 3), 5],
    ['on its side', makeExif('II', 0x0112, 6), 3],
    ['on its side, big end first', makeExif('MM', 0x0112, 8), 3],
    ['of an unknown orientation', makeExif('MM', 0x0112, 9), 5],
    ['without one', makeExif('II', 0x0110, 6), 5],
  ])('%s', (_, bytes, width) => {
    expect(sniffPicture(bytes)).toEqual({ type: 'jpg', width, height: 8 - width })
  })
})

describe('finds no picture in', () => {
  test.each([
    ['a page', '<!doctype html><html><body>Not found', 'html'],
    ['a drawing', '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>', 'svg'],
    ['nothing', '', 'empty'],
    ['JSON', '{"error":404}', 'other'],
    ['a script with the first letters of a GIF', 'GIF89a', 'other'],
    ['a TIFF', 'II*\0', 'other'],
    ['a PNG of no size', makePngHead(0, 0).toString('latin1'), 'other'],
  ])('%s', (_, text, other) => {
    const bytes = Buffer.from(text, 'latin1')
    expect(sniffPicture(bytes)).toBeUndefined()
    expect(describeOther(bytes)).toBe(other)
  })
})

test('never throws or hangs, whatever lengths the bytes declare', () => {
  const cut = record({
    name: constantFrom(...sampleNames),
    isTurned: boolean(),
    length: nat(300),
    changes: array(tuple(nat(299), nat(255)), { maxLength: 8 }),
  })
  assert(
    property(cut, ({ name, isTurned, length, changes }) => {
      const whole = isTurned ? makeExif('MM', 0x0112, 6) : makePicture(name)
      const bytes = whole.subarray(0, length)
      for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value
      const facts = sniffPicture(bytes)
      expect(facts === undefined || facts.width * facts.height > 0).toBe(true)
    }),
    { numRuns: 500, seed: 1 },
  )
})
