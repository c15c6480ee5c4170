import type { TextLength } from './post.ts'

/**
 * What adults read silently in a minute. Words: the mean of 190 studies of English non-fiction (M. Brysbaert, How many words do we
 * read per minute?, Journal of Memory and Language 109, 2019). Characters: 255 Chinese characters read aloud (S.
 * Trauzettel-Klosinski and K. Dietz, IReST, Investigative Ophthalmology & Visual Science 53, 2012), times 238/183, by which reading
 * silently is faster than reading aloud in the first source, rounded.
 */
export const readingSpeeds = { words: 238, characters: 330 } as const

/** About how many minutes a text takes to read, whole ones; `undefined` for less than half a minute. */
export function toReadingMinutes({ count, unit }: TextLength): number | undefined {
  const minutes = Math.round(count / readingSpeeds[unit])
  return minutes === 0 ? undefined : minutes
}
