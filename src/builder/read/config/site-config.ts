import type { PostProblem } from '#core/post.ts'

/** What a Jekyll site says of itself in `_config.yml`; every field is absent when the file does not tell it. */
export interface SiteConfig {
  /** `title`, else `name`. */
  title?: string
  description?: string
  /** Path of the old site, such as `/teahouse`. */
  baseurl?: string
  /** Pattern of old addresses, see `core/permalink.ts`. */
  permalink?: string
  /** Address of the old site without the path. */
  url?: string
  /** IANA zone of dates without an offset, from `timezone`. */
  timeZone?: string
}

/** Settings and what is wrong with them. */
export interface ReadSiteConfig {
  config: SiteConfig
  problems: PostProblem[]
}

/** Parses the bytes of a `_config.yml`; `file` is how problems call it. */
export type ParseConfig = (bytes: Uint8Array, file: string) => Promise<ReadSiteConfig>

/** No settings, and the reason; `file` is how problems call them. */
export function toBroken(file: string, reason: string): ReadSiteConfig {
  const hint = 'Fix the file, or give title and time zone on the command line.'
  const sentence = `The site's settings are not used as a whole: ${reason}.`
  return { config: {}, problems: [{ file, severity: 'warning', reason: sentence, hint }] }
}
