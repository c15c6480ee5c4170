import { lstat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { withAbout } from '../config/read-about.ts'
import { readSiteConfig } from '../config/read-site-config.ts'
import { settingsFiles, settingsParts } from '../config/settings-files.ts'
import { postFolders } from './post-name.ts'
import type { ParseConfig, ReadSiteConfig } from '../config/site-config.ts'

/** Settings of a collection. */
interface CollectionConfig extends ReadSiteConfig {
  /** Folder above it that holds them; absent when they are its own, or there are none. */
  settings?: string
}

/** Reads the settings of a collection: its own, else those of the site that it plainly is a part of. Never throws. */
export async function readCollectionConfig(
  place: { home: string; path: string; name: string },
  parseConfig?: ParseConfig,
): Promise<CollectionConfig> {
  const read = await readSettings(place, parseConfig)
  return { ...read, ...(await withAbout(read, place, parseConfig)) }
}

async function readSettings(
  { home, path, name }: { home: string; path: string; name: string },
  parseConfig?: ParseConfig,
): Promise<CollectionConfig> {
  const own = await readSiteConfig(home, name, parseConfig)
  const settings = isEmpty(own) ? await findSiteFolder(path) : undefined
  if (settings === undefined) return own
  return { ...(await readSiteConfig(settings, basename(settings), parseConfig)), settings }
}

function isEmpty({ config, problems, values }: ReadSiteConfig): boolean {
  return Object.keys(config).length === 0 && problems.length === 0 && values === undefined
}

/**
 * The folder that holds the settings of a site of which only the posts were given: above `content/` or a folder in it,
 * where Hugo's or Zola's settings lie there, and above Hexo's `source/` or `source/_posts/`. `undefined` where nothing
 * plainly is of the same site.
 */
async function findSiteFolder(path: string): Promise<string | undefined> {
  const parent = dirname(path)
  for (const inner of [path, parent]) {
    const site = dirname(inner)
    if (basename(inner) === 'content' && (await hasSettings(site, true))) return site
    if (basename(inner) === 'source' && (await hasSettings(site, false))) return site
  }
  return undefined
}

/** The files above a folder that may hold the settings of the site that it is a part of, whether they exist or not. */
export function listSettingsAbove(folder: string): string[] {
  const path = resolve(folder)
  const sites = [path, dirname(path)]
    .filter((inner) => /^(?:content|source)$/.test(basename(inner)) || isPostFolder(inner, path))
    .map((inner) => dirname(inner))
  return sites.flatMap((site) =>
    [...settingsFiles, ...settingsParts].map((file) => join(site, file.path)),
  )
}

/** The settings of a given `_posts` lie beside it. */
function isPostFolder(folder: string, given: string): boolean {
  return folder === given && postFolders.has(basename(folder))
}

async function hasSettings(folder: string, isOfHugo: boolean): Promise<boolean> {
  const files = settingsFiles.filter(({ generator }) => (generator !== undefined) === isOfHugo)
  const found = await Promise.all(
    files.map(({ path }) =>
      lstat(join(folder, path)).then(
        (status) => status.isFile(),
        () => false,
      ),
    ),
  )
  return found.includes(true)
}
