import { array, assert, constantFrom, nat, property, record, tuple } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makePicture, makePngHead, sampleNames } from '#builder/testing/make-pictures.ts'
import { describeOther, sniffPicture } from './sniff-picture.ts'

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
    length: nat(300),
    changes: array(tuple(nat(299), nat(255)), { maxLength: 8 }),
  })
  assert(
    property(cut, ({ name, length, changes }) => {
      const bytes = makePicture(name).subarray(0, length)
      for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value
      const facts = sniffPicture(bytes)
      expect(facts === undefined || facts.width * facts.height > 0).toBe(true)
    }),
    { numRuns: 500, seed: 1 },
  )
})
