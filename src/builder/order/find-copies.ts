import type { DraftPost } from '../ingest/draft-post.ts'
import { compareText } from './compare.ts'

/** A file left out because another has the same name and the same bytes. */
export interface Copy {
  file: string
  /** The file that stands for it. */
  copyOf: string
}

/** Live posts before archived ones, then by path. */
export function comparePlaces(a: { file: string }, b: { file: string }): number {
  return placeRank(a.file) - placeRank(b.file) || compareText(a.file, b.file)
}

/** Takes out files of one collection that repeat another's name and bytes; the first by place stands for the rest. */
export function findCopies(drafts: DraftPost[]): { kept: DraftPost[]; copies: Copy[] } {
  const kept = new Map<string, DraftPost>()
  const copies: Copy[] = []
  for (const draft of drafts.toSorted(comparePlaces)) {
    const key = `${draft.collection}\n${draft.fileName}\n${draft.contentHash}`
    const first = kept.get(key)
    if (first === undefined) kept.set(key, draft)
    else copies.push({ file: draft.file, copyOf: first.file })
  }
  copies.sort((a, b) => compareText(a.file, b.file))
  return { kept: [...kept.values()], copies }
}

function placeRank(file: string): number {
  const folders = new Set(file.split('/').slice(1, -1))
  if (folders.has('_posts')) return 0
  return folders.has('archived') ? 2 : 1
}
