import type { Manifest } from '#contract/manifest.ts'
import type { Collection } from '#builder/read/discover/discover-posts.ts'
import { parseBase } from '#builder/site/plan/site-title.ts'

/** The Jekyll site that a collection comes from. */
export interface OldSite {
  /** Its `permalink` setting; absent when it was no Jekyll site, as far as is known. */
  pattern?: string
  /** Zone of the days in its addresses. */
  timeZone: string
  /** Its folder below that of the new site, with a trailing slash; empty when both are in the same folder. */
  folder: string
}

/** Old sites by the name of their collection. */
export type OldSites = ReadonlyMap<string, OldSite>

/** The old site of every collection; `base` is the path of the new site on its host. */
export function toOldSites(collections: readonly Collection[], base: string): OldSites {
  return new Map(
    collections.map(({ name, config }) => {
      // Jekyll's default when the settings name no pattern.
      const isJekyll = config.generator === undefined && Object.keys(config).length > 0
      const pattern = config.permalink ?? (isJekyll ? 'date' : undefined)
      const site: OldSite = {
        ...(pattern === undefined ? {} : { pattern }),
        timeZone: config.timeZone ?? 'UTC',
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
    pattern === undefined ? [] : [{ collection, pattern, ...(folder === '' ? {} : { folder }) }],
  )
}
