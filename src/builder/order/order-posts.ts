import type { PostId } from '#core/post-id.ts'
import type { PostVersion } from '#core/post.ts'
import type { DraftPost } from '../ingest/draft-post.ts'
import { assignIds } from './assign-ids.ts'
import { compareText } from './compare.ts'
import { findCopies, type Copy } from './find-copies.ts'
import { groupVersions, type TimedDraft } from './group-versions.ts'
import { toSortInstant } from './zone-time.ts'

/** A post with its place: the index in the list is its ordinal. */
export interface OrderedPost {
  draft: DraftPost
  id: PostId
  /** All versions of the post, newest first, this one included; absent when there is one. */
  versions?: PostVersion[]
  /** Id of the newest version; absent on the newest itself. */
  supersededBy?: PostId
}

/** Posts by ordinal, and the files that are only copies. */
export interface PostOrder {
  posts: OrderedPost[]
  copies: Copy[]
}

/** Gives every post its id, its versions and its ordinal: undated ones first, then by instant, then by id. */
export function orderPosts(drafts: DraftPost[], timeZone: string): PostOrder {
  const { kept, copies } = findCopies(drafts)
  const timed = kept.map((draft) => ({ draft, instant: toSortInstant(draft.row, timeZone) }))
  const ids = assignIds(timed)
  const placed = groupVersions(timed).flatMap((group) => placeGroup(group, ids))
  placed.sort((a, b) =>
    a.instant === b.instant ? compareText(a.post.id, b.post.id) : a.instant < b.instant ? -1 : 1,
  )
  return { posts: placed.map(({ post }) => post), copies }
}

function placeGroup(
  group: TimedDraft[],
  ids: Map<DraftPost, PostId>,
): { instant: number; post: OrderedPost }[] {
  const members = group.flatMap(({ draft, instant }) => {
    const id = ids.get(draft)
    return id === undefined ? [] : [{ draft, instant, id }]
  })
  const newest = members[0]
  if (newest === undefined || members.length === 1) {
    return members.map(({ draft, instant, id }) => ({ instant, post: { draft, id } }))
  }
  const versions = members.map(({ draft, id }) => toVersion(draft, id))
  return members.map(({ draft, instant, id }) => {
    const post = { draft, id, versions }
    return { instant, post: id === newest.id ? post : { ...post, supersededBy: newest.id } }
  })
}

function toVersion({ title, row }: DraftPost, id: PostId): PostVersion {
  return {
    id,
    ...(title === undefined ? {} : { title }),
    ...(row.publishedAt === undefined ? {} : { publishedAt: row.publishedAt }),
    ...(row.publishedOn === undefined ? {} : { publishedOn: row.publishedOn }),
  }
}
