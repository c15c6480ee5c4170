import type { BuildSigner } from '../signing/build-signer.ts'

/** Which posts get a prerendered page: every one, none, or the newest `latest`. */
export type PageChoice = 'all' | 'none' | { latest: number }

/** What feeds contain: an excerpt of each article, the full article, or `none` for no feeds. */
export type FeedChoice = 'excerpt' | 'full' | 'none'

/** Which page an article's page names as canonical: itself, or the original. */
export type CanonicalChoice = 'archive' | 'original'

/** Whether a site holds the source files themselves. */
export type SourceChoice = 'none' | 'keep'

/** Validated options of a build. */
export interface BuildOptions {
  /** Folders with posts. */
  folders: string[]
  /** Folder the site is written to. */
  out: string
  /** Folder of the cache; absent = `<out>.cache` beside the site. */
  cache?: string | undefined
  /** Title of the archive; absent = from `_config.yml` or the names of the collections. */
  title?: string | undefined
  /** Path of the site on its host, with a leading and a trailing `/`; absent = from `_config.yml`, else `/`. */
  base?: string | undefined
  /** Whether drafts and other posts that their writers kept from readers are taken in; absent = no. */
  drafts?: boolean | undefined
  /** IANA time zone of the day headings. */
  timeZone: string
  pages: PageChoice
  /** Whether the site gets a search index; absent = yes. `later` = not in this build, but its cache stays. */
  search?: boolean | 'later' | undefined
  /** Whether every old address of a Jekyll site gets a redirect page; absent = no, and only the 404 page redirects. */
  redirectPages?: boolean | undefined
  /** What feeds contain; absent = excerpts. Feeds need the full address of the site. */
  feeds?: FeedChoice | undefined
  /** Scheme and host of the site (`https://archive.example`); absent = unknown. */
  origin?: string | undefined
  /** Which page an article's page names as canonical; absent = itself. Without an address of the site: the original. */
  canonical?: CanonicalChoice | undefined
  /** Whether searches and filters stand behind `#` in addresses, where no host hears of them; absent = no. */
  quietAddresses?: boolean | undefined
  /** Addresses of copies of the site on other hosts, see `isMirrorAddress`; absent = none. */
  mirrors?: readonly string[] | undefined
  /** Whether the source files become part of the site; absent = no. */
  sources?: SourceChoice | undefined
  /** Signs the build; absent = it is not signed. */
  signer?: BuildSigner | undefined
}
