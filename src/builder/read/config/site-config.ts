import type { PostProblem } from '#core/post/post.ts'
import type { PostDefault } from './post-defaults.ts'
import type { SiteHabits } from './site-habits.ts'

/** Settings of a site of Jekyll, Hexo, Hugo or Zola; a field is absent when its file does not set it. */
export interface SiteConfig {
  /** `title`, else `name`. */
  title?: string
  description?: string
  /** Path prefix of the old site, such as `/teahouse`. */
  baseurl?: string
  /** Permalink pattern of the old site, see `core/address/permalink.ts`. */
  permalink?: string
  /** Origin of the old site: its URL without the path. */
  url?: string
  /** IANA time zone for dates without an offset, from `timezone`. */
  timeZone?: string
  /** BCP 47 language of its posts. */
  language?: string
  /** The program that made the site, where the name of its settings file tells; absent for Jekyll and Hexo. */
  generator?: 'hugo' | 'zola'
  /** What they say about texts; absent when nothing. */
  habits?: SiteHabits
  /** Front matter for posts that lack it, from `defaults` and Hugo's `cascade`. */
  defaults?: PostDefault[]
}

/** Parsed settings and the problems found in them. */
export interface ReadSiteConfig {
  config: SiteConfig
  problems: PostProblem[]
  /** Text of the file; absent when there is none or it cannot be read. */
  source?: string
}

/** Parses the bytes of a settings file; `file` is the name that problems use for it. */
export type ParseConfig = (bytes: Uint8Array, file: string) => Promise<ReadSiteConfig>

/** Empty settings and a problem with the reason; `file` is the name that the problem uses. */
export function toBroken(file: string, reason: string): ReadSiteConfig {
  const hint = 'Fix the file, or give title and time zone on the command line.'
  const sentence = `The site's settings are not used as a whole: ${reason}.`
  return { config: {}, problems: [{ file, severity: 'warning', reason: sentence, hint }] }
}
