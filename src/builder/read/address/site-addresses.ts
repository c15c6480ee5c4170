import { toUnknownSite } from '#core/address/own-address.ts'
import type { SiteConfig } from '../config/site-config.ts'
import type { PathRules } from './path-rules.ts'

/** Where the site of a collection is, and how it gives its posts their paths. Plain data. */
export interface SiteAddresses extends PathRules {
  /**
   * Address of the site without a slash at its end, its folder included. One on the archive's own host, which no host
   * serves, when the site's is not known.
   */
  root: string
  /** Its folder alone: `/news`; empty for none. */
  folder: string
}

/** The addresses of a collection's site; `undefined` when nothing says that it has one. */
export function toSiteAddresses(config: SiteConfig, collection: string): SiteAddresses | undefined {
  const { generator } = config
  if (generator === undefined) return undefined
  const folder = toFolder(config.baseurl ?? '')
  const url = (config.url ?? '').replace(/\/+$/, '')
  const known = /^https?:\/\/[^/]/i.test(url) ? url : toUnknownSite(collection)
  return { ...toPathRules(config), root: `${known}${folder}`, folder }
}

/** The addresses that the posts of a collection without settings may have had, so that their links find each other. */
export function toLooseAddresses(collection: string, file: string): SiteAddresses {
  const isOfJekyll = /(?:^|\/)_posts\//.test(file)
  const rules = isOfJekyll
    ? ({ generator: 'jekyll', pattern: 'date' } as const)
    : ({ generator: 'hugo' } as const)
  return { ...rules, timeZone: 'UTC', root: toUnknownSite(collection), folder: '' }
}

/** How the site of a collection gives its posts their paths. */
export function toPathRules(config: SiteConfig): PathRules {
  const { generator, permalink, sections, fileNames, keepsCase, language } = config
  const { languageFolders, defaultInFolder } = config
  // Jekyll's default when the settings name no pattern.
  const pattern = permalink ?? (generator === 'jekyll' ? 'date' : undefined)
  return {
    ...(generator === undefined ? {} : { generator }),
    ...(pattern === undefined ? {} : { pattern }),
    ...(sections === undefined ? {} : { sections }),
    ...(fileNames === undefined ? {} : { fileNames }),
    ...(languageFolders === undefined ? {} : { languageFolders }),
    ...(defaultInFolder === undefined ? {} : { defaultInFolder }),
    ...(keepsCase === undefined ? {} : { keepsCase }),
    ...(language === undefined ? {} : { language }),
    timeZone: config.timeZone ?? 'UTC',
  }
}

/** A path as an address has it. */
export function encodePath(path: string): string {
  return encodeURI(path).replace(/[?#]/g, encodeURIComponent)
}

function toFolder(text: string): string {
  const path = text.replace(/^\/+|\/+$/g, '')
  return path === '' ? '' : `/${path}`
}
