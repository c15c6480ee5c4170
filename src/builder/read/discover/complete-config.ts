import { basename } from 'node:path'
import { readCascades } from '../config/folder-cascades.ts'
import type { SiteConfig } from '../config/site-config.ts'
import { withHost } from '../config/site-host.ts'
import type { WalkedPath } from './walk-folder.ts'

/** What lies around the settings of a collection. */
interface ConfigPlace {
  /** Absolute path of the collection. */
  root: string
  /** Folder of its settings. */
  home: string
  walked: readonly WalkedPath[]
  posts: readonly WalkedPath[]
}

/** Adds to settings what the folders of the site tell: its program, its host, and front matter from pages of sections. */
export async function completeConfig(
  written: SiteConfig,
  { root, home, walked, posts }: ConfigPlace,
): Promise<SiteConfig> {
  const config = await withHost(withGenerator(written, root, posts), home)
  const cascades = await readCascades(root, walked)
  if (cascades.length === 0) return config
  return { ...config, defaults: [...(config.defaults ?? []), ...cascades] }
}

/** Without settings a folder of contents tells: Hugo and Zola call it so. */
function withGenerator(config: SiteConfig, root: string, posts: readonly WalkedPath[]): SiteConfig {
  const isOfHugo =
    config.generator === undefined &&
    (basename(root) === 'content' || posts.every(({ folder }) => isContents(folder)))
  return isOfHugo ? { ...config, generator: 'hugo' } : config
}

function isContents(folder: string): boolean {
  return /^content(?:\/|$)/.test(folder)
}
