import type { TextLength } from '../post/post.ts'

/**
 * Silent reading speed of adults, per minute. Words: the mean of 190 studies of English non-fiction (M. Brysbaert, How
 * many words do we read per minute?, Journal of Memory and Language 109, 2019). Characters: 255 Chinese characters read
 * aloud (S. Trauzettel-Klosinski and K. Dietz, IReST, Investigative Ophthalmology & Visual Science 53, 2012), times
 * 238/183, the ratio of silent reading to reading aloud in the first source, rounded.
 */
export const readingSpeeds = { words: 238, characters: 330 } as const

/** Estimates how many whole minutes a text takes to read; `undefined` for less than half a minute. */
export function toReadingMinutes({ count, unit }: TextLength): number | undefined {
  const minutes = Math.round(count / readingSpeeds[unit])
  return minutes === 0 ? undefined : minutes
}
