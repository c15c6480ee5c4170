import type { CachedPost } from '../post/cached-post.ts'
import { compareText } from '#builder/ground/text/compare.ts'

/** A file that is left out because another one has the same name and bytes. */
export interface Copy {
  file: string
  /** The file that is kept. */
  copyOf: string
}

/** Comparator: live posts before archived ones, then by path. */
export function comparePlaces(a: { file: string }, b: { file: string }): number {
  return placeRank(a.file) - placeRank(b.file) || compareText(a.file, b.file)
}

/** Finds files with the bytes of a namesake; the first by `comparePlaces` is kept. */
export function findCopies(namesakes: readonly CachedPost[][]): {
  copies: Copy[]
  /** The posts of these files, each with the post that is kept. */
  copied: Map<CachedPost, CachedPost>
} {
  const copies: Copy[] = []
  const copied = new Map<CachedPost, CachedPost>()
  for (const group of namesakes) {
    const kept = new Map<string, CachedPost>()
    for (const post of group.toSorted(comparePlaces)) {
      const first = kept.get(post.contentHash)
      if (first === undefined) kept.set(post.contentHash, post)
      else {
        copied.set(post, first)
        copies.push({ file: post.file, copyOf: first.file })
      }
    }
  }
  copies.sort((a, b) => compareText(a.file, b.file))
  return { copies, copied }
}

function placeRank(file: string): number {
  if (file.includes('/_posts/')) return 0
  return file.includes('/archived/') ? 2 : 1
}
