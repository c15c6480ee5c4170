import type { Manifest } from '#contract/manifest.ts'
import { parseUrl } from '#core/address/parse-url.ts'
import type { AliasPlace } from '#builder/read/address/alias-paths.ts'
import type { PathRules } from '#builder/read/address/path-rules.ts'
import { toPathRules } from '#builder/read/address/site-addresses.ts'
import type { Collection } from '#builder/read/discover/discover-posts.ts'
import { parseBase } from '#builder/site/plan/site-title.ts'

/** The site that a collection comes from. Without generator and pattern nothing says that it was one. */
export interface OldSite extends PathRules, AliasPlace {
  /** Its folder below that of the new site, with a trailing slash; empty when both are in the same folder. */
  folder: string
}

/** Old sites by the name of their collection. */
export type OldSites = ReadonlyMap<string, OldSite>

/** The old site of every collection; `base` is the path of the new site on its host. */
export function toOldSites(collections: readonly Collection[], base: string): OldSites {
  return new Map(
    collections.map(({ name, config }) => {
      const site: OldSite = {
        ...toPathRules(config),
        host: parseUrl(config.url ?? '')?.host,
        baseurl: config.baseurl?.replace(/\/+$/, ''),
        folder: toFolder(config.baseurl, base),
      }
      return [name, site]
    }),
  )
}

/** Only the host can redirect an old site outside the new site's folder; the folder is then gone from the address. */
function toFolder(baseurl: string | undefined, base: string): string {
  const old = parseBase(baseurl ?? '') ?? base
  return baseurl !== undefined && old !== base && old.startsWith(base) ? old.slice(base.length) : ''
}

/** The old sites as the manifest lists them. */
export function toPermalinks(sites: OldSites): Manifest['permalinks'] {
  return [...sites].flatMap(([collection, { pattern, folder }]) =>
    // Without a pattern the folder alone tells the reader where else to look.
    pattern === undefined && folder === ''
      ? []
      : [{ collection, pattern: pattern ?? '', ...(folder === '' ? {} : { folder }) }],
  )
}
