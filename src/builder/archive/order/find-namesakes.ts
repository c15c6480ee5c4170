import { toSourceUrlKey } from '#core/source-url.ts'
import type { DraftPost } from '../post/draft-post.ts'
import { findRepeated } from './find-repeated.ts'

/** Drafts that share their collection and file name: two or more of them each, in the given order. */
export function findNamesakes(drafts: readonly DraftPost[]): DraftPost[][] {
  return groupEqual(
    drafts,
    ({ nameHash }) => nameHash,
    (a, b) => a.fileName === b.fileName && a.collection === b.collection,
  )
}

/** Drafts that share their source address, where it says which article is meant: two or more of them each. */
export function findSameUrls(drafts: readonly DraftPost[]): DraftPost[][] {
  return groupEqual(
    drafts,
    ({ urlHash }) => urlHash,
    // What is written alike need not be parsed.
    (a, b) => a.sourceUrl === b.sourceUrl || toKey(a) === toKey(b),
  )
}

function toKey({ sourceUrl }: DraftPost): string | undefined {
  return sourceUrl === undefined ? undefined : toSourceUrlKey(sourceUrl)
}

/** Nearly all drafts share nothing with another: texts are looked at only where hashes are equal. */
function groupEqual(
  drafts: readonly DraftPost[],
  toHash: (draft: DraftPost) => number | undefined,
  isEqual: (a: DraftPost, b: DraftPost) => boolean,
): DraftPost[][] {
  const hashes = new Float64Array(drafts.length)
  for (const [at, draft] of drafts.entries()) hashes[at] = toHash(draft) ?? NaN
  const repeated = findRepeated(hashes)
  if (repeated.size === 0) return []
  const shared = new Map<number, DraftPost[]>()
  for (const [at, draft] of drafts.entries()) {
    const hash = hashes[at] ?? NaN
    if (!repeated.has(hash)) continue
    const group = shared.get(hash)
    if (group === undefined) shared.set(hash, [draft])
    else group.push(draft)
  }
  return [...shared.values()].flatMap((group) => partEqual(group, isEqual))
}

/** Parts drafts of one hash into those that are really equal; single ones are left out. */
function partEqual(
  group: DraftPost[],
  isEqual: (a: DraftPost, b: DraftPost) => boolean,
): DraftPost[][] {
  const parts: DraftPost[][] = []
  for (const draft of group) {
    const part = parts.find(([first]) => first !== undefined && isEqual(first, draft))
    if (part === undefined) parts.push([draft])
    else part.push(draft)
  }
  return parts.filter(({ length }) => length > 1)
}
