import { expect, test } from 'vitest'
import { makePicture, makePngHead } from '#builder/testing/make-pictures.ts'
import { mostOriginalBytes, openPictureMaker } from './picture-maker.ts'
import { sniffPicture } from '#builder/read/picture/sniff-picture.ts'

const { make, canShrink } = await openPictureMaker(1_600)

/** Processes bytes with the header of a picture. */
function makeOf(bytes: Buffer) {
  const facts = sniffPicture(bytes)
  if (facts === undefined) throw new Error('not a picture')
  return make(bytes, facts)
}

test('keeps a small picture byte for byte', async () => {
  const bytes = makePicture('jpg')
  expect(await makeOf(bytes)).toEqual({ type: 'jpg', width: 5, height: 3, bytes })
})

test('refuses a picture with too many pixels by its header alone', async () => {
  expect(await makeOf(makePngHead(60_000, 60_000))).toBe('tooManyPixels')
})

test.skipIf(!canShrink)('scales a wide picture down to the given width, as WebP', async () => {
  const { default: sharp } = await import('sharp')
  const wide = sharp(makePicture('png')).resize({ width: 2_400, withoutEnlargement: false })
  const bytes = await wide.png().toBuffer()
  const { make } = await openPictureMaker(800)
  const made = await make(bytes, { type: 'png', width: 2_400, height: 1_440 })
  expect(made).toMatchObject({ type: 'webp', width: 800, height: 480 })
})

test.skipIf(!canShrink)('refuses a wide picture that cannot be decoded', async () => {
  const bytes = Buffer.concat([makePngHead(4_000, 4_000).subarray(0, 60), Buffer.alloc(500_000)])
  expect(await makeOf(bytes)).toBe('broken')
})

test.skipIf(canShrink)('without sharp keeps a large picture unchanged', async () => {
  const bytes = Buffer.concat([makePngHead(4_000, 4_000), Buffer.alloc(500_000)])
  expect(await makeOf(bytes)).toMatchObject({ type: 'png', width: 4_000 })
})

test.skipIf(canShrink)('without sharp refuses a very large picture', async () => {
  const bytes = Buffer.concat([makePngHead(4_000, 4_000), Buffer.alloc(mostOriginalBytes)])
  expect(await makeOf(bytes)).toBe('tooLarge')
})
