import { toPostId, type PostId } from '#core/post-id.ts'
import type { DraftPost } from '../post/draft-post.ts'
import { findRepeated } from './find-repeated.ts'
import { toIdText, toTextNumber } from '../post/post-hashes.ts'
import { makeUtcDays } from './zone-time.ts'

/**
 * Gives every draft its id. The newest of a file name has the plain one, which therefore stays when
 * the file moves or is replaced; older ones of the same name add the hash of their bytes.
 * @param older those of which there is a newer one of the same name.
 */
export function assignIds(drafts: readonly DraftPost[], older: ReadonlySet<DraftPost>): PostId[] {
  const toUtcDay = makeUtcDays()
  const toDay = ({ publishedMs, row }: DraftPost): string | undefined =>
    publishedMs === undefined ? row.publishedOn : toUtcDay(publishedMs)
  const numbers = new Float64Array(drafts.length)
  const ids: PostId[] = []
  for (const [at, draft] of drafts.entries()) {
    const number = older.has(draft) ? toTextNumber(toOlderName(draft)) : draft.nameHash
    numbers[at] = number
    ids.push(toPostId(toDay(draft), toIdText(number)))
  }
  return areAllFree(ids, numbers) ? ids : assignFreeIds(drafts, { older, toDay })
}

/** Equal ids have equal numbers: where no number is found twice, which is nearly always, no id is looked at. */
function areAllFree(ids: readonly PostId[], numbers: Float64Array): boolean {
  const repeated = findRepeated(numbers)
  if (repeated.size === 0) return true
  const suspects = ids.filter((_, at) => repeated.has(numbers[at] ?? NaN))
  return new Set(suspects).size === suspects.length
}

// 40 bits a day: two posts meet about once in a hundred thousand archives of a million posts, and then this must still end well.
function assignFreeIds(
  drafts: readonly DraftPost[],
  {
    older,
    toDay,
  }: { older: ReadonlySet<DraftPost>; toDay: (draft: DraftPost) => string | undefined },
): PostId[] {
  const taken = new Set<PostId>()
  const assign = (draft: DraftPost): PostId => {
    const isOlder = older.has(draft)
    const name = isOlder ? toOlderName(draft) : toName(draft)
    const toId = (number: number) => toPostId(toDay(draft), toIdText(number))
    let id = toId(isOlder ? toTextNumber(name) : draft.nameHash)
    for (let turn = 2; taken.has(id); turn++) id = toId(toTextNumber(`${name}\n${turn}`))
    taken.add(id)
    return id
  }
  // Plain ids come first: they stay when older versions come and go.
  const plain = drafts.map((draft) => (older.has(draft) ? undefined : assign(draft)))
  return drafts.map((draft, at) => plain[at] ?? assign(draft))
}

function toName({ collection, fileName }: DraftPost): string {
  return `${collection}\n${fileName}`
}

function toOlderName(draft: DraftPost): string {
  return `${toName(draft)}\n${draft.contentHash}`
}
