import type { PostProblem } from '#core/post/post.ts'
import type { PostDefault } from './post-defaults.ts'
import type { SiteHabits } from './site-habits.ts'

/** The program that made a site from its posts. */
export type SiteGenerator = 'jekyll' | 'hexo' | 'hugo' | 'zola'

/** Settings of a site of Jekyll, Hexo, Hugo or Zola; a field is absent when its file does not set it. */
export interface SiteConfig {
  /** `title`, else `name`. */
  title?: string
  description?: string
  /** What its keeper says of it on a page of its own: plain text, a paragraph a line, at most 1,200 characters. */
  about?: string
  /** Path prefix of the old site, such as `/teahouse`. */
  baseurl?: string
  /** Permalink pattern of the posts of the old site, see `core/address/permalink.ts`. */
  permalink?: string
  /** Hugo's permalink patterns by section. */
  sections?: Record<string, string>
  /** Hexo's pattern of the names of files, `new_post_name`. */
  fileNames?: string
  /** Hugo: the names of languages by the folders below `content` that their posts lie in, `contentDir`. */
  languageFolders?: Record<string, string>
  /** Set when Hugo gives the posts in the default language a folder, too. */
  defaultInFolder?: true
  /** Set when Hugo leaves capitals in addresses. */
  keepsCase?: true
  /** Origin of the old site: its URL without the path. */
  url?: string
  /** IANA time zone for dates without an offset, from `timezone`. */
  timeZone?: string
  /** BCP 47 language of its posts. */
  language?: string
  /** The program that made the site; absent when nothing tells. */
  generator?: SiteGenerator
  /** What they say about texts; absent when nothing. */
  habits?: SiteHabits
  /** Front matter for posts that lack it, from `defaults` and Hugo's `cascade`. */
  defaults?: PostDefault[]
}

/** Parsed settings and the problems found in them. */
export interface ReadSiteConfig {
  config: SiteConfig
  problems: PostProblem[]
  /** All settings as plain values; absent when there are none or they cannot be read. */
  values?: Readonly<Record<string, unknown>>
}

/** Parses the bytes of a settings file; `file` is the name that problems use for it. */
export type ParseConfig = (bytes: Uint8Array, file: string) => Promise<ReadSiteConfig>

/** Empty settings and a problem with the reason; `file` is the name that the problem uses. */
export function toBroken(file: string, reason: string): ReadSiteConfig {
  const hint = 'Fix the file, or give title and time zone on the command line.'
  const sentence = `The site's settings are not used as a whole: ${reason}.`
  return { config: {}, problems: [{ file, severity: 'warning', reason: sentence, hint }] }
}
