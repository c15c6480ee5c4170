import type { PostId } from './post-id.ts'
import type { Slug } from './slug.ts'

/**
 * Where a source timestamp was found: printed in the article, in the page's markup for machines (`<time datetime>`), the front
 * matter's own offset, the epoch comment.
 */
export const timestampOrigins = ['dateline', 'markup', 'frontMatter', 'epochComment'] as const
export type TimestampOrigin = (typeof timestampOrigins)[number]

/** The source's own clock, word for word. */
export interface SourceTimestamp {
  /** Verbatim text, for instance `30/08/2020 - 22:43`; never converted to another zone. */
  text: string
  origin: TimestampOrigin
}

/**
 * Doubts about a post's times.
 * `dateOnly`: the front matter names a day, no time. `dateFromFileName`: the front matter's date was missing or
 * unusable. `epochMissing`, `epochInvalid` (`NaN`), `epochDiffers`: the epoch comment is absent, unusable, or unlike `date`.
 * `datelineDiffers`: the printed dateline lies more than two days from `date`.
 */
export const timeFlags = [
  'dateOnly',
  'dateFromFileName',
  'epochMissing',
  'epochInvalid',
  'epochDiffers',
  'datelineDiffers',
] as const
export type TimeFlag = (typeof timeFlags)[number]

/** `video`: the source url is a known player's; the text is then only a description. */
export const postKinds = ['article', 'video'] as const
export type PostKind = (typeof postKinds)[number]

/** When a post was published: an instant, only a day, or (neither) unknown. Never both. */
export interface Published {
  /** UTC instant, ISO 8601 with `Z`, whole seconds unless the source gave milliseconds: `2020-08-30T21:56:11Z`. */
  publishedAt?: string
  /** Day without a time, `YYYY-MM-DD`, when the source told no more. */
  publishedOn?: string
}

/** What a post's front matter says of its address on a Jekyll site that its date, file name and labels do not tell. */
export interface AddressFields {
  /** A pattern of its own, as in `_config.yml`. */
  permalink?: string
  /** Stands for the name of the file. */
  slug?: string
  /** Jekyll's list of categories where it is another one than the post's labels. */
  categories?: string[]
  /** Jekyll reads an unquoted time without an offset as UTC, whatever `timezone` says; present where that matters. */
  isUtcClock?: true
}

/** Lead image: the first real picture of an article. */
export interface LeadImage {
  /** Absolute https address. */
  url: string
  /** Pixels as the source declares them; absent when unknown. */
  width?: number
  height?: number
  /** Alternative text; absent when the source has none. */
  alt?: string
}

/** Length of the visible text: characters where the script has no spaces (CJK), words elsewhere. */
export interface TextLength {
  count: number
  unit: 'characters' | 'words'
}

/** Front matter, body head and file name of one post, parsed and trusted, before its HTML is cleaned. */
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
  author?: string
  /** Original address, as written (percent-encoding kept) unless it was encoded twice. Always http or https. */
  sourceUrl?: string
  /** The address as it was written where `sourceUrl` is a repaired one; absent elsewhere. */
  writtenUrl?: string
  tags: string[]
  categories: string[]
  /** The front matter's `date`, verbatim; absent when there is none. */
  dateText?: string
  /** What the epoch comment holds, verbatim (`1598824571000`, `NaN`); absent when there is no comment. */
  epochText?: string
  /** Doubts known before the body is read; the dateline may add one. */
  timeFlags: TimeFlag[]
  kind: PostKind
  /** Absent when date, file name and labels tell the old address. */
  addressFields?: AddressFields
  /** Front matter keys that have no field here, as plain JSON. */
  extra: Record<string, unknown>
  /** Body without epoch comment, heading link and rule. */
  body: string
  /** `html` as it stands, `markdown` when no tag is present and Markdown is. */
  bodyForm: 'html' | 'markdown' | 'text'
}

/** One thing that is wrong with one file: what, where, and what to do. A value, never thrown. */
export interface PostProblem {
  /** Path as in `Post.file`. */
  file: string
  /** Line in the file, from 1; absent when the file as a whole is meant. */
  line?: number
  /** Front matter key or part (`date`, `body`, `encoding`); absent when the file as a whole is meant. */
  field?: string
  /** What is wrong, one sentence. */
  reason: string
  /** What to do about it, one sentence. */
  hint: string
  /** `error`: the file gave no post. `warning`: a post was made, something was repaired, doubtful or left out. */
  severity: 'error' | 'warning'
}

/** Names of another version of a post (same file name with other bytes, same source url, or nearly the same text). */
export interface PostVersion extends Published {
  id: PostId
  title?: string
  /** Host of the original address; absent where all versions have the same one, or none. */
  sourceHost?: string
}
