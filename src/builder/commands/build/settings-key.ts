import { createHash } from 'node:crypto'
import type { BuildOptions } from '#builder/site/plan/build-options.ts'
import type { Discovery } from '#builder/read/discover/discover-posts.ts'
import { hashReaderApp, type ReaderApp } from '#builder/site/plan/reader-app.ts'

/** Everything a site is built from besides the program and the posts. */
export interface SiteSettings {
  options: BuildOptions
  readerApp: ReaderApp
  discovery: Discovery
  /** Cache key of the pictures beside the posts. */
  pictures: string
}

/** Cache key of the settings: with equal keys, equal posts give equal sites. */
export function toSettingsKey({ options, readerApp, discovery, pictures }: SiteSettings): string {
  const { title, base, timeZone, pages, search, feeds, origin, canonical, redirectPages } = options
  const { mirrors, sources, signer, quietAddresses } = options
  const { collections, skipped, problems } = discovery
  const settings = collections.map(({ name, config }) => ({ name, config }))
  return createHash('sha256')
    .update(
      JSON.stringify([
        title,
        base,
        timeZone,
        pages,
        search ?? true,
        feeds ?? 'excerpt',
        origin,
        canonical ?? 'archive',
        redirectPages ?? false,
        quietAddresses ?? false,
        mirrors ?? [],
        sources ?? 'none',
        signer && Buffer.from(signer.keysSignature).toString(),
        settings,
        skipped,
        problems,
        pictures,
      ]),
    )
    .update(hashReaderApp(readerApp))
    .digest('base64url')
}
