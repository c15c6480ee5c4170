import { array, assert, constantFrom, nat, property, tuple } from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PictureType } from '#contract/picture-file.ts'
import {
  makeChunk,
  makeExif,
  makePictureWith,
  makeRiffChunk,
  makeSegment,
  type PrivateFormat,
} from '#builder/testing/make-private-picture.ts'
import { makePicture, sampleNames } from '#builder/testing/make-pictures.ts'
import { readExif } from './exif.ts'
import { sniffPicture } from './sniff-picture.ts'
import { stripPicture } from './strip-picture.ts'

const toType = (name: string): PictureType =>
  name.startsWith('webp') ? 'webp' : (name as PictureType)

const turn = 0x01_12
const place = { tags: { 0x88_25: 0 } }
const person = { tags: { 0x01_3b: 1 } }
const xmp = (text: string) => `http://ns.adobe.com/xap/1.0/\0<x:xmpmeta ${text}/>`

/** Exif data as each format holds it. */
const withExif = (format: PrivateFormat, exif: Buffer): Buffer =>
  ({
    jpg: () => makeSegment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), exif])),
    png: () => makeChunk('eXIf', exif),
    webpExtended: () => makeRiffChunk('EXIF', exif),
  })[format]()

const profiles = {
  jpg: Buffer.concat([
    makeSegment(0xe0, 'JFIF\0\u0001\u0001\0\0\u0001\0\u0001\0\0'),
    makeSegment(0xe2, 'ICC_PROFILE\0\u0001\u0001colours'),
    makeSegment(0xee, 'Adobe\0d\0\0\0\0\u0001'),
  ]),
  png: Buffer.concat([makeChunk('iCCP', 'colours'), makeChunk('gAMA', 'aaaa')]),
  webpExtended: makeRiffChunk('ICCP', 'colours'),
}

const formats: PrivateFormat[] = ['jpg', 'png', 'webpExtended']

describe.each(formats)('of a %s', (format) => {
  const type = toType(format)
  const strip = (...more: Buffer[]) => stripPicture(makePictureWith(format, ...more), type)

  test.each([
    ['where it was taken', place, ['place']],
    ['who took it', person, ['person']],
    ['with which camera', { tags: { 0x01_10: 1 } }, ['camera']],
    ['the number of the camera', { order: 'II' as const, tags: { 0x87_69: 0 } }, ['camera']],
    [
      'all of it',
      { tags: { ...place.tags, ...person.tags, 0x01_0f: 1 } },
      ['place', 'person', 'camera'],
    ],
    ['anything else', { tags: { 0x01_1a: 1 } }, ['other']],
  ])('%s is left out of Exif data', (_, exif, kinds) => {
    const stripped = strip(withExif(format, makeExif(exif)))
    expect(stripped.kinds).toEqual(kinds)
    expect(stripped.bytes).toEqual(makePicture(format))
  })

  test('how it is turned stays, and its colours', () => {
    const exif = makeExif({ tags: { ...place.tags, [turn]: 6 } })
    const { bytes, kinds } = strip(profiles[format], withExif(format, exif))
    expect(kinds).toEqual(['place'])
    const lean = makeExif({ tags: { [turn]: 6 } }).subarray(0, 26)
    expect(readExif(lean)).toEqual({ orientation: 6, kinds: [] })
    expect(bytes).toEqual(makePictureWith(format, profiles[format], withExif(format, lean)))
    expect(stripPicture(bytes, type).bytes).toEqual(bytes)
    expect(sniffPicture(bytes)).toBeDefined()
  })

  test('colours alone change nothing', () => {
    const whole = makePictureWith(format, profiles[format])
    expect(stripPicture(whole, type)).toEqual({ bytes: whole, kinds: [] })
  })

  test('what follows it is left out', () => {
    const whole = Buffer.concat([makePicture(format), Buffer.from('a film')])
    expect(stripPicture(whole, type)).toEqual({ bytes: makePicture(format), kinds: ['other'] })
  })
})

describe('texts are left out', () => {
  test.each<[string, PrivateFormat, Buffer, string[]]>([
    ['XMP with a place', 'jpg', makeSegment(0xe1, xmp('exif:GPSLatitude="1"')), ['place']],
    ['XMP with a name', 'webpExtended', makeRiffChunk('XMP ', xmp('dc:creator="x"')), ['person']],
    ['XMP with a city', 'png', makeChunk('iTXt', xmp('photoshop:City="x"')), ['place']],
    [
      'IPTC with a by-line',
      'jpg',
      makeSegment(0xed, 'Photoshop 3.0\0\u001c\u0002\u0050\0\u0001x'),
      ['person'],
    ],
    [
      'IPTC with a city',
      'jpg',
      makeSegment(0xed, 'Photoshop 3.0\0\u001c\u0002\u005a\0\u0001x'),
      ['place'],
    ],
    ['a comment', 'jpg', makeSegment(0xfe, 'by hand'), ['other']],
    ['an author', 'png', makeChunk('tEXt', 'Author\0x'), ['person']],
    ['a time', 'png', makeChunk('tIME', '1234567'), ['other']],
    ['a list of further pictures', 'jpg', makeSegment(0xe2, 'MPF\0II*\0'), ['other']],
  ])('%s', (_, format, more, kinds) => {
    const stripped = stripPicture(makePictureWith(format, more), toType(format))
    expect(stripped).toEqual({ bytes: makePicture(format), kinds })
  })
})

test.each(sampleNames)('a plain %s stays as it is', (name) => {
  const bytes = makePicture(name)
  expect(stripPicture(bytes, toType(name))).toEqual({ bytes, kinds: [] })
})

test('N3 never throws, grows or hangs, whatever lengths the bytes declare', () => {
  const whole = formats.map((format) =>
    makePictureWith(format, withExif(format, makeExif({ tags: { ...place.tags, [turn]: 8 } }))),
  )
  const change = array(tuple(nat(399), nat(255)), { maxLength: 8 })
  assert(
    property(constantFrom(0, 1, 2), nat(400), change, (at, length, changes) => {
      const bytes = Buffer.from((whole[at] ?? Buffer.alloc(0)).subarray(0, length))
      for (const [place, value] of changes) if (place < bytes.length) bytes[place] = value
      const type = toType(formats[at] ?? 'jpg')
      if (sniffPicture(bytes)?.type !== type) return
      const stripped = stripPicture(bytes, type)
      expect(stripped.bytes.length).toBeLessThanOrEqual(bytes.length + 40)
      expect(stripPicture(stripped.bytes, type).bytes.length).toBeLessThanOrEqual(
        stripped.bytes.length,
      )
    }),
    { numRuns: 1_000, seed: 1 },
  )
})

test('N3 takes time by its length alone', () => {
  const chunks = Buffer.concat(Array.from({ length: 400_000 }, () => makeChunk('tEXt', '')))
  expect(stripPicture(makePictureWith('png', chunks), 'png').bytes).toEqual(makePicture('png'))
})
