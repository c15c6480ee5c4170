import { createHash } from 'node:crypto'
import { toBase32 } from '#contract/file-names.ts'
import { toPostId, type PostId } from '#core/post-id.ts'
import type { DraftPost } from '../ingest/draft-post.ts'
import { compareNewest, type TimedDraft } from './group-versions.ts'

/**
 * Gives every draft its id. The newest of a file name has the plain one, which therefore stays when the file moves or is
 * replaced; older ones of the same name add the hash of their bytes.
 */
export function assignIds(drafts: TimedDraft[]): Map<DraftPost, PostId> {
  const ids = new Map<DraftPost, PostId>()
  const taken = new Set<PostId>()
  const named = new Set<string>()
  for (const { draft } of drafts.toSorted(compareNewest)) {
    const name = `${draft.collection}\n${draft.fileName}`
    const id = toFreeId(draft, named.has(name) ? `${name}\n${draft.contentHash}` : name, taken)
    named.add(name)
    taken.add(id)
    ids.set(draft, id)
  }
  return ids
}

// 40 bits a day: two posts meet about once in a hundred thousand archives of a million posts, and then this must still end well.
function toFreeId({ row }: DraftPost, text: string, taken: Set<PostId>): PostId {
  const day = row.publishedAt?.slice(0, 10) ?? row.publishedOn
  let id = toPostId(day, digest(text))
  for (let turn = 2; taken.has(id); turn++) id = toPostId(day, digest(`${text}\n${turn}`))
  return id
}

function digest(text: string): string {
  return toBase32(createHash('sha256').update(text).digest(), 8)
}
