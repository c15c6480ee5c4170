import { toAliasPaths } from '#builder/read/address/alias-paths.ts'
import { toOwnPath } from '#builder/read/address/own-path.ts'
import type { PathSource } from '#builder/read/address/path-rules.ts'
import type { CachedPost } from '#builder/archive/post/cached-post.ts'
import type { OldSite, OldSites } from './old-sites.ts'

/** The address of a post on the old site of its collection, see `toOldAddress`. */
export function findOldAddress(
  post: PathSource & Pick<CachedPost, 'collection'>,
  sites: OldSites,
): string | undefined {
  const site = sites.get(post.collection)
  return site && toOldAddress(post, site)
}

/**
 * The address that its generator gave a post: decoded, relative to the root of the new site. `undefined` when it gave it
 * none, or when nothing says that the collection was a site.
 */
export function toOldAddress(post: PathSource, site: OldSite): string | undefined {
  const path = toOwnPath(post, site)
  return path === undefined ? undefined : toPlaced(path, site)
}

/** Further addresses of a post on the old site of its collection, in the same form. */
export function findAliases(
  post: PathSource & Pick<CachedPost, 'collection'>,
  sites: OldSites,
): string[] {
  const site = sites.get(post.collection)
  // Nearly no post has any.
  if (site === undefined || post.addressFields?.aliases === undefined) return []
  const own = toOwnPath(post, site)
  return toAliasPaths(post, site, own)
    .filter((path) => path !== own)
    .map((path) => toPlaced(path, site))
}

function toPlaced(path: string, { folder }: OldSite): string {
  return folder + path.slice(1)
}
