import type sharpModule from 'sharp'
import type { Sharp } from 'sharp'
import { mostPixels, sniffPicture, type PictureFacts } from '#builder/read/picture/sniff-picture.ts'

/** A picture in the form in which it is kept. */
export interface KeptPicture extends PictureFacts {
  bytes: Buffer
}

/** Why a picture cannot be kept. */
export type MakingFault = 'tooManyPixels' | 'tooLarge' | 'broken'

/** Turns a downloaded picture into the one to keep. */
export type PictureMaker = (
  bytes: Buffer,
  facts: PictureFacts,
) => Promise<KeptPicture | MakingFault>

/** Larger pictures are re-encoded where possible. */
const plentyBytes = 400_000

/** Most bytes of a picture that is kept unchanged. */
export const mostOriginalBytes = 5_000_000

const webpQuality = 82
const makingSeconds = 60

/** Result of scaling a picture. */
interface Shrunk {
  /** The scaled picture; absent when that failed: too tall, too many frames, broken. */
  bytes?: Buffer | undefined
  /** Whether the picture could be decoded at all. */
  isReadable: boolean
}

type Shrinker = (bytes: Buffer, type: PictureFacts['type']) => Promise<Shrunk>

/**
 * Returns a maker that scales pictures down to `width`, and whether it can: without sharp it keeps pictures
 * unchanged, unless they are too large.
 */
export async function openPictureMaker(
  width: number,
): Promise<{ make: PictureMaker; canShrink: boolean }> {
  const shrink = await openShrinker(width)
  const make: PictureMaker = async (bytes, facts) => {
    if (facts.width * facts.height > mostPixels) return 'tooManyPixels'
    const isPlenty = facts.width > width || bytes.length > plentyBytes
    if (isPlenty && shrink !== undefined) {
      const shrunk = await shrink(bytes, facts.type)
      if (!shrunk.isReadable) return 'broken'
      const made = shrunk.bytes && sniffPicture(shrunk.bytes)
      if (shrunk.bytes && made && shrunk.bytes.length < bytes.length) {
        return { ...made, bytes: shrunk.bytes }
      }
    }
    return bytes.length > mostOriginalBytes ? 'tooLarge' : { ...facts, bytes }
  }
  return { make, canShrink: shrink !== undefined }
}

async function openShrinker(width: number): Promise<Shrinker | undefined> {
  const sharp = await loadSharp()
  if (sharp === undefined) return undefined
  sharp.cache(false)
  sharp.concurrency(1)
  // The part of a truncated picture that exists is worth keeping.
  const options = { failOn: 'none', limitInputPixels: mostPixels } as const
  return async (bytes, type) => {
    const animated = type === 'gif' || type === 'webp'
    const smaller = await tryShrink(sharp(bytes, { ...options, animated }), width)
    if (smaller !== undefined) return { bytes: smaller, isReadable: true }
    // WebP is limited to 16,383 pixels a side, and the frames of an animation may exceed the pixel limit together.
    const trial = await tryShrink(sharp(bytes, options), trialWidth)
    return { isReadable: trial !== undefined }
  }
}

const trialWidth = 16

async function tryShrink(picture: Sharp, width: number): Promise<Buffer | undefined> {
  try {
    return await picture
      .autoOrient()
      .resize({ width, withoutEnlargement: true })
      .webp({ quality: webpQuality })
      .timeout({ seconds: makingSeconds })
      .toBuffer()
  } catch {
    // The reason does not matter: the bytes gave no picture.
    return undefined
  }
}

async function loadSharp(): Promise<typeof sharpModule | undefined> {
  try {
    return (await import('sharp')).default
  } catch {
    // An optional dependency: not installed, or without binaries for this machine.
    return undefined
  }
}
