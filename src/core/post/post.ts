import type { PostId } from './post-id.ts'
import type { Slug } from './slug.ts'

/**
 * Where a source timestamp was found: printed in the article, in machine-readable markup of the page (`<time
 * datetime>`), in a front matter date with its own offset, or in the epoch comment.
 */
export const timestampOrigins = ['dateline', 'markup', 'frontMatter', 'epochComment'] as const
export type TimestampOrigin = (typeof timestampOrigins)[number]

/** The date and time as the source printed it, verbatim. */
export interface SourceTimestamp {
  /** Verbatim text, for instance `30/08/2020 - 22:43`; never converted to another zone. */
  text: string
  origin: TimestampOrigin
}

/**
 * Doubts about a post's times.
 * `dateOnly`, `monthOnly`, `yearOnly`: the front matter gives no more than that; with the last two `publishedOn` is the
 * first day of that month or year. `dateInPart`: a part of the front matter's date was not understood.
 * `dateFromFileName`: it was unusable, and the day is that of the file name. `epochMissing`, `epochInvalid` (`NaN`), `epochDiffers`: the epoch comment is absent, unusable, or differs
 * from `date`. `datelineDiffers`: the printed dateline is more than two days from `date`.
 */
export const timeFlags = [
  'dateOnly',
  'monthOnly',
  'yearOnly',
  'dateInPart',
  'dateFromFileName',
  'epochMissing',
  'epochInvalid',
  'epochDiffers',
  'datelineDiffers',
] as const
export type TimeFlag = (typeof timeFlags)[number]

/** `video`: the source URL belongs to a known player, and the text is only a description. */
export const postKinds = ['article', 'video'] as const
export type PostKind = (typeof postKinds)[number]

/** When a post was published: an instant, only a day, or neither when unknown. Never both. */
export interface Published {
  /** UTC instant, ISO 8601 with `Z`, in whole seconds unless the source gave milliseconds: `2020-08-30T21:56:11Z`. */
  publishedAt?: string
  /** Day without a time, `YYYY-MM-DD`, when the source gave no more; see `monthOnly` and `yearOnly` of `timeFlags`. */
  publishedOn?: string
}

/**
 * What a post's front matter says about its address on the site it comes from, beyond what its date, file name and labels imply.
 */
export interface AddressFields {
  /** Its own permalink pattern, as in `_config.yml`. */
  permalink?: string
  /** Replaces the file name. */
  slug?: string
  /** Jekyll's list of categories, if it differs from the post's labels. */
  categories?: string[]
  /** Further addresses (`aliases`, `redirect_from`), as written: paths, or whole addresses. */
  aliases?: string[]
  /** Other front matter that the pattern of a Hexo site names, such as `abbrlink`; absent when there is none. */
  named?: Record<string, string>
  /** Jekyll reads an unquoted time without an offset as UTC, whatever `timezone` says. Present where that matters. */
  isUtcClock?: true
}

/** What the front matter of a post says about its language. */
export interface DeclaredLanguage {
  /** BCP 47. */
  language: string
  /** A name that its translations have as well (`ref`, `translationKey`); absent when there is none. */
  key?: string
}

/** Lead image: the first real picture of an article. */
export interface LeadImage {
  /** Absolute https URL. */
  url: string
  /** In pixels, as declared by the source; absent when unknown. */
  width?: number
  height?: number
  /** Alternative text; absent when the source has none. */
  alt?: string
}

/** Length of the visible text: in characters where the script has no spaces (CJK), in words elsewhere. */
export interface TextLength {
  count: number
  unit: 'characters' | 'words'
}

/** How Markdown is meant beyond its common form. */
export interface MarkdownHabits {
  /** Line breaks of paragraphs are kept. */
  hardBreaks?: true
  /** Names of emoji (`:tada:`) mean these. */
  emoji?: true
}

/** One post after its front matter, body head and file name are parsed and trusted, before its HTML is cleaned. */
export interface Post extends Published {
  /** Name of the source repository or folder. */
  collection: string
  /** Path of the file below the given folder's parent, with `/`: `society/_posts/2020-03-09-x.md`. */
  file: string
  /** Base name of the file, NFC. */
  fileName: string
  slug: Slug
  /** NFC, entities decoded once; absent when the source has none. */
  title?: string
  /** The first author. */
  author?: string
  /** The other authors, in the order of the source; absent when there is none. */
  coauthors?: string[]
  /** Name of the site, feed or channel that published it, from the front matter; absent when that has none. */
  siteName?: string
  /** Original URL as written (percent-encoding kept), unless it was encoded twice. Always http or https. */
  sourceUrl?: string
  /** The URL as written, if `sourceUrl` is a repaired one; absent otherwise. */
  writtenUrl?: string
  tags: string[]
  categories: string[]
  /** The front matter's `date`, verbatim; absent when there is none. */
  dateText?: string
  /** Content of the epoch comment, verbatim (`1598824571000`, `NaN`); absent when there is no comment. */
  epochText?: string
  /** Doubts known before the body is parsed; the dateline may add one. */
  timeFlags: TimeFlag[]
  kind: PostKind
  /** BCP 47 language that the front matter names; absent when it names none. */
  language?: string
  /** Plain text that the front matter gives as a summary; absent when it has none. */
  summary?: string
  /** Picture that the front matter gives the post, as written: an address, or a path. Absent when it has none. */
  image?: string
  /** Absent when date, file name and labels determine the old address. */
  addressFields?: AddressFields
  /** Absent when its front matter says no language. */
  declared?: DeclaredLanguage
  /** Front matter keys without a field here, as plain JSON. */
  extra: Record<string, unknown>
  /** Address of the post on the site that its files made; absent when not known, or when it comes from elsewhere. */
  siteUrl?: string
  /** The same where its path is known too: what is shown as its original. */
  pageUrl?: string
  /**
   * What links in it are relative to: `siteUrl`, or an address on the archive's own host where that is not known; absent
   * when the post comes from elsewhere.
   */
  linkUrl?: string
  /** Posts that tags in its body name, with the addresses that the names give them; absent when there are none. */
  namedPosts?: { name: string; url: string }[]
  /** Body without the epoch comment, the heading link and the rule; templates in it are run or replaced. */
  body: string
  /** `html`: used as is. `markdown`: CommonMark with HTML in it. */
  bodyForm: 'html' | 'markdown' | 'text'
  /** How its Markdown is meant, where its site says so; absent when it does not. */
  markdownHabits?: MarkdownHabits
}

/** One problem with one file: what, where, and what to do about it. A value, never thrown. */
export interface PostProblem {
  /** Path as in `Post.file`. */
  file: string
  /** Line in the file, from 1; absent when the problem concerns the whole file. */
  line?: number
  /** Front matter key or part (`date`, `body`, `encoding`); absent when the problem concerns the whole file. */
  field?: string
  /** What is wrong, in one sentence. */
  reason: string
  /** What to do about it, in one sentence. */
  hint: string
  /** `error`: the file yielded no post. `warning`: it yielded one, but something was repaired, doubtful or left out. */
  severity: 'error' | 'warning'
}

/** Identifies another version of a post (same file name with other bytes, same source URL, or nearly the same text). */
export interface PostVersion extends Published {
  id: PostId
  title?: string
  /** Host of the original URL; absent where all versions have the same one, or none. */
  sourceHost?: string
}
