/** Which posts get a prerendered page: every one, none, or the newest `latest`. */
export type PageChoice = 'all' | 'none' | { latest: number }

/** What stands in feeds: the beginning of each article, all of it, or there are no feeds. */
export type FeedChoice = 'excerpt' | 'full' | 'none'

/** What a build is asked for, checked already. */
export interface BuildOptions {
  /** Folders with posts. */
  folders: string[]
  /** Folder the site is written to. */
  out: string
  /** Folder that remembers what was read and written; absent = `<out>.cache` beside the site. */
  cache?: string | undefined
  /** Title of the archive; absent = from `_config.yml` or the names of the collections. */
  title?: string | undefined
  /** Path of the site on its host, beginning and ending with `/`; absent = from `_config.yml`, else `/`. */
  base?: string | undefined
  /** IANA zone of the day headings. */
  timeZone: string
  pages: PageChoice
  /** Whether the site gets a search index; absent = it does. `later`: not now, but what is kept for the index stays. */
  search?: boolean | 'later' | undefined
  /** `pages`: every old address of the Jekyll site gets a page that leads to its post; absent = the fallback page alone leads there. */
  legacy?: 'pages' | 'none' | undefined
  /** What stands in feeds; absent = excerpts. There are none without a full address of the site. */
  feeds?: FeedChoice | undefined
  /** Scheme and host the site will have (`https://archive.example`); absent = unknown. */
  origin?: string | undefined
}
