import { parsePostId, toUtcDay, type PostId } from '../post/post-id.ts'
import { cutText } from '../text/cut-text.ts'

/** How many posts the link of a list carries: hosts refuse addresses of over 8,000 characters. */
export const mostShared = 500
/** Longest title that such a link carries, in characters. */
const longestTitle = 100

const dayMs = 86_400_000

/** A list that somebody shares as a link. */
export interface SharedList {
  /** Empty = it has none. */
  title: string
  /** In its order. */
  ids: PostId[]
  /** Pieces of the link that are no ids, or are too many. */
  unread: number
}

/**
 * Writes a list as a value of an address: `<ids>_<title>`, a full stop between any two ids. An id is the number of its day since
 * 1970 in three figures of base 36 and its eight characters, without a day these alone, and where that says it not exactly the id itself.
 */
export function formatSharedList(title: string, ids: readonly PostId[]): string {
  const packed = ids.slice(0, mostShared).map(packId).join('.')
  return `${packed}_${cutText(title, longestTitle)}`
}

/** Parses a value of an address, which may be an attack. */
export function parseSharedList(value: string): SharedList {
  const parts = value
    .split('_', 1)
    .join('')
    .split('.')
    .filter((part) => part !== '')
  const ids = parts
    .slice(0, mostShared)
    .map(unpackId)
    .filter((id) => id !== undefined)
  const unread = parts.length - ids.length
  return { title: parseSharedTitle(value), ids: [...new Set(ids)], unread }
}

/** The title alone. */
export function parseSharedTitle(value: string): string {
  const end = value.indexOf('_')
  return end === -1 ? '' : cutText(value.slice(end + 1), longestTitle)
}

function packId(id: PostId): string {
  const day = toUtcDay(id)
  const digest = id.slice(-8)
  const days = day === undefined ? Number.NaN : Date.parse(`${day}T00:00:00Z`) / dayMs
  const packed = day === undefined ? digest : days.toString(36).padStart(3, '0') + digest
  return unpackId(packed) === id ? packed : id
}

function unpackId(packed: string): PostId | undefined {
  if (packed.length === 8) return parsePostId(`undated-${packed}`)
  const [, days, digest] = /^([\da-z]{3})([a-z2-7]{8})$/.exec(packed) ?? []
  if (days === undefined || digest === undefined) return parsePostId(packed)
  const day = new Date(Number.parseInt(days, 36) * dayMs).toISOString().slice(0, 10)
  return parsePostId(`${day}-${digest}`)
}
