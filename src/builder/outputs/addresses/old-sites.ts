import type { Manifest } from '#contract/manifest.ts'
import type { Collection } from '#builder/read/discover/discover-posts.ts'
import { parseBase } from '#builder/site/plan/site-title.ts'

/** How a collection was addressed as a Jekyll site. */
export interface OldSite {
  /** Its `permalink`; absent when it was no Jekyll site as far as is known. */
  pattern?: string
  /** Zone of the days in its addresses. */
  timeZone: string
  /** Its folder below the new site's, with a slash at its end; empty when both lie in the same folder. */
  folder: string
}

/** Old sites by the name of their collection. */
export type OldSites = ReadonlyMap<string, OldSite>

/** The old site of every collection; `base` is where the new one lies. */
export function toOldSites(collections: readonly Collection[], base: string): OldSites {
  return new Map(
    collections.map(({ name, config }) => {
      // Jekyll's own pattern when its settings name none.
      const pattern = config.permalink ?? (Object.keys(config).length > 0 ? 'date' : undefined)
      const site: OldSite = {
        ...(pattern === undefined ? {} : { pattern }),
        timeZone: config.timeZone ?? 'UTC',
        folder: toFolder(config.baseurl, base),
      }
      return [name, site]
    }),
  )
}

/** A folder outside the new site's can only be led here by its host, which then leaves it out. */
function toFolder(baseurl: string | undefined, base: string): string {
  const old = parseBase(baseurl ?? '') ?? base
  return baseurl !== undefined && old !== base && old.startsWith(base) ? old.slice(base.length) : ''
}

/** What the manifest says of old sites. */
export function toPermalinks(sites: OldSites): Manifest['permalinks'] {
  return [...sites].flatMap(([collection, { pattern, folder }]) =>
    pattern === undefined ? [] : [{ collection, pattern, ...(folder === '' ? {} : { folder }) }],
  )
}
