import { tzOffset } from '@date-fns/tz/tzOffset'
import { decodePath } from '#core/address/parse-permalink.ts'
import { toPermalink } from '#core/address/permalink.ts'
import type { CachedPost } from '#builder/archive/post/cached-post.ts'
import type { OldSite, OldSites } from './old-sites.ts'

/** The fields of a post that its old address is made of. */
export type AddressedPost = Pick<CachedPost, 'fileName' | 'addressFields' | 'publishedMs'> & {
  row: Pick<CachedPost['row'], 'publishedOn' | 'tags' | 'categories'>
}

/** The address of a post on the old site of its collection, see `toOldAddress`. */
export function findOldAddress(
  post: AddressedPost & Pick<CachedPost, 'collection'>,
  sites: OldSites,
): string | undefined {
  const site = sites.get(post.collection)
  return site && toOldAddress(post, site)
}

/**
 * The address that Jekyll (4.3.1) gave a post: decoded, relative to the root of the new site. `undefined` when Jekyll
 * gave it none (no day in the file name, or no date), or when the collection was no Jekyll site.
 */
export function toOldAddress(post: AddressedPost, site: OldSite): string | undefined {
  const [, name] = /^\d{2,4}-\d{1,2}-\d{1,2}-(.*)\.[^.]+$/u.exec(post.fileName) ?? []
  const written = post.addressFields?.permalink ?? site.pattern
  const pattern = written === undefined ? undefined : (decodePath(written) ?? written)
  const date = toLocalTime(post, site.timeZone)
  if (name === undefined || pattern === undefined || date === undefined) return undefined
  const { slug, categories } = post.addressFields ?? {}
  const path = toPermalink(pattern, {
    slug: slug ?? name.replace(/\.+$/, ''),
    date,
    categories: categories ?? post.row.categories ?? post.row.tags,
  })
  return path === undefined ? undefined : site.folder + path.slice(1)
}

function toLocalTime(
  { publishedMs, row: { publishedOn }, addressFields }: AddressedPost,
  timeZone: string,
): string | undefined {
  if (publishedMs === undefined) return publishedOn
  const local = toLocalMs(publishedMs, timeZone)
  // Jekyll took this clock for UTC, but the post was read with it as local time.
  const ms = addressFields?.isUtcClock === true ? toLocalMs(local, timeZone) : local
  return new Date(ms).toISOString().slice(0, 19)
}

function toLocalMs(ms: number, timeZone: string): number {
  return timeZone === 'UTC' ? ms : ms + tzOffset(timeZone, new Date(ms)) * 60_000
}
