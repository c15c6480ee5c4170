import type { AddressFields } from '#core/post/post.ts'
import type { SiteGenerator } from '../config/site-config.ts'

/** How a site gives its posts their paths. */
export interface PathRules {
  /** Absent = Jekyll's rules. */
  generator?: SiteGenerator | undefined
  /** Pattern of all posts; absent = that of the generator. */
  pattern?: string | undefined
  /** Hugo: patterns by section. */
  sections?: Readonly<Record<string, string>> | undefined
  /** Hexo: pattern of the names of files. */
  fileNames?: string | undefined
  /** Hugo: names of languages by the folders below `content` that their posts lie in. */
  languageFolders?: Readonly<Record<string, string>> | undefined
  /** Hugo: set when posts in the default language have its folder, too. */
  defaultInFolder?: true | undefined
  /** Hugo: set when capitals stay in paths. */
  keepsCase?: true | undefined
  /** BCP 47 language of posts that Hugo gives no folder of a language. */
  language?: string | undefined
  /** Zone of the days in its paths. */
  timeZone: string
}

/** What the path of a post on its site is made of. */
export interface PathSource {
  /** Name by which the post is known, see `toPostName`. */
  fileName: string
  /** Path of the file with the collection's name before it; only Hugo, Zola and Hexo look at its folders. */
  file?: string | undefined
  addressFields?: AddressFields | undefined
  publishedMs: number | undefined
  /** The day that its own clock shows, in days since 1970. */
  sourceDay?: number | undefined
  title?: string | undefined
  row: {
    publishedOn?: string | undefined
    tags: readonly string[]
    categories?: readonly string[] | undefined
  }
}
