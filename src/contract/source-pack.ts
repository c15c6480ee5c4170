import type { ArticleBody } from './body-pack.ts'

/**
 * Files in `data/sources/` hold the source files of neighbouring posts, byte for byte and one after the other, about
 * 256 KB of them; a larger file has one of its own. Where one begins and ends is told by the body of its post, and
 * `source.sha256` there proves it.
 */
export const sourcePackBytes = 262_144

/** Larger files are not read as posts. */
export const mostSourceBytes = 32 * 1024 * 1024

/** Where a source file lies: the file in `data/sources/`, the first byte and the number of bytes. */
export type SourcePlace = NonNullable<ArticleBody['keptSource']>

/** Cuts a source file out of its pack; `undefined` when the pack does not reach so far. */
export function cutSource(
  pack: Uint8Array,
  { start, bytes }: Pick<SourcePlace, 'start' | 'bytes'>,
): Uint8Array | undefined {
  return start + bytes > pack.length ? undefined : pack.subarray(start, start + bytes)
}
