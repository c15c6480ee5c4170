import type sharpModule from 'sharp'
import type { Sharp } from 'sharp'
import {
  mostPixels,
  sniffPicture,
  type PictureFacts,
} from '#builder/archive/pictures/sniff-picture.ts'

/** A picture as it is kept. */
export interface KeptPicture extends PictureFacts {
  bytes: Buffer
}

/** Why a picture cannot be kept. */
export type MakingFault = 'tooManyPixels' | 'tooLarge' | 'broken'

/** Makes of a downloaded picture the one that is kept. */
export type PictureMaker = (
  bytes: Buffer,
  facts: PictureFacts,
) => Promise<KeptPicture | MakingFault>

/** Pictures of more bytes are made smaller where that can be done. */
const plentyBytes = 400_000

/** Bytes of a picture that is kept as it came. */
export const mostOriginalBytes = 5_000_000

const webpQuality = 82
const makingSeconds = 60

/** What could be made of a picture. */
interface Shrunk {
  /** The picture no wider than asked for; absent when it could not be made: too tall, too many frames, broken. */
  bytes?: Buffer | undefined
  /** Whether the picture could be read at all. */
  isReadable: boolean
}

type Shrinker = (bytes: Buffer, type: PictureFacts['type']) => Promise<Shrunk>

/**
 * Gives what makes pictures no wider than `width`, and whether it can: without sharp they are kept as they came, where they are
 * not too large for that.
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
  // A picture that is cut off is worth what there is of it.
  const options = { failOn: 'none', limitInputPixels: mostPixels } as const
  return async (bytes, type) => {
    const animated = type === 'gif' || type === 'webp'
    const smaller = await tryShrink(sharp(bytes, { ...options, animated }), width)
    if (smaller !== undefined) return { bytes: smaller, isReadable: true }
    // WebP ends at 16,383 pixels, and the frames of an animation may be too many together.
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
    // Whatever it met in the bytes, no picture came of them.
    return undefined
  }
}

async function loadSharp(): Promise<typeof sharpModule | undefined> {
  try {
    return (await import('sharp')).default
  } catch {
    // Optional: not installed, or not made for this machine.
    return undefined
  }
}
