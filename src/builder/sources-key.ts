import { createHash } from 'node:crypto'
import type { BuildOptions } from './build-options.ts'
import type { Discovery } from './read/discover-posts.ts'
import type { StampedFile } from './read/file-stamp.ts'
import { hashReaderApp, type ReaderApp } from './reader-app.ts'

/** Everything a site is made from, besides the program. */
export interface SiteSources {
  options: BuildOptions
  readerApp: ReaderApp
  discovery: Discovery
  files: StampedFile[]
}

/** Stands for all that a site is made from: equal keys, equal sites. `undefined` when a file may change unnoticed. */
export function toSourcesKey(sources: SiteSources): string | undefined {
  const { options, readerApp, discovery, files } = sources
  const { title, base, timeZone, pages, search, origin } = options
  const { collections, skipped, problems } = discovery
  const configs = collections.map(({ name, config }) => ({ name, config }))
  const settings = [title, base, timeZone, pages, search !== false, origin, configs]
  const hash = createHash('sha256').update(JSON.stringify([settings, skipped, problems]))
  hash.update(hashReaderApp(readerApp))
  for (const { file, path, stamp } of files) {
    if (stamp === undefined) return undefined
    hash.update(`${file}\n${path}\n${stamp}\n`)
  }
  return hash.digest('base64url')
}
