import { toPostId, type PostId } from '#core/post-id.ts'
import type { DraftPost } from '../ingest/draft-post.ts'
import { toIdText, toTextId } from './post-hashes.ts'
import { makeUtcDays } from './zone-time.ts'

/**
 * Gives every draft its id. The newest of a file name has the plain one, which therefore stays when
 * the file moves or is replaced; older ones of the same name add the hash of their bytes.
 * @param older those of which there is a newer one of the same name.
 */
export function assignIds(drafts: readonly DraftPost[], older: ReadonlySet<DraftPost>): PostId[] {
  const taken = new Set<PostId>()
  const toDay = makeUtcDays()
  const assign = (draft: DraftPost): PostId => {
    const { publishedMs, row } = draft
    const day = publishedMs === undefined ? row.publishedOn : toDay(publishedMs)
    const id = toFreeId(draft, { day, isOlder: older.has(draft), taken })
    taken.add(id)
    return id
  }
  // Plain ids come first: they stay when older versions come and go.
  const plain = drafts.map((draft) => (older.has(draft) ? undefined : assign(draft)))
  return drafts.map((draft, at) => plain[at] ?? assign(draft))
}

// 40 bits a day: two posts meet about once in a hundred thousand archives of a million posts, and then this must still end well.
function toFreeId(
  draft: DraftPost,
  { day, isOlder, taken }: { day: string | undefined; isOlder: boolean; taken: Set<PostId> },
): PostId {
  const toText = (): string => {
    const name = `${draft.collection}\n${draft.fileName}`
    return isOlder ? `${name}\n${draft.contentHash}` : name
  }
  let id = toPostId(day, isOlder ? toTextId(toText()) : toIdText(draft.nameHash))
  for (let turn = 2; taken.has(id); turn++) id = toPostId(day, toTextId(`${toText()}\n${turn}`))
  return id
}
