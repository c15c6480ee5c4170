import type { SiteAddresses } from '../address/site-addresses.ts'
import type { SiteGenerator } from '../config/site-config.ts'
import type { SiteHabits } from '../config/site-habits.ts'

/** What is known of the site that a post comes from. Plain data, because it is sent to worker threads. */
export interface SiteFacts {
  generator: SiteGenerator
  /** Its settings as JSON; empty where templates cannot see them. */
  settings: string
  /** What the settings say about texts; absent when nothing. */
  habits?: SiteHabits
  addresses: SiteAddresses
  /** Identifies all of this: posts must be read again when it changes. */
  key: string
}

/** What templates in a body can ask for. */
export interface TemplateContext {
  /** Absent when nothing is known of the site. */
  site?: SiteFacts | undefined
  /** Addresses of its site, assumed where nothing is known of it. */
  addresses: SiteAddresses
  fileName: string
  /** Path of the file below its collection's folder, such as `_posts/2020-03-09-x.md`. */
  path: string
  /** The front matter as plain values. */
  page: ReadonlyMap<string, unknown>
  /** Whether the post is a copy of a page from elsewhere, which shows marks of templates only as text. */
  isMirrored: boolean
}

/** A post that a template names, and the address that its name gives it. */
export interface NamedPost {
  name: string
  url: string
}

/** A body without marks of templates. */
export interface RenderedTemplate {
  body: string
  /** How often each tag was left out or replaced by the text inside, by its name. */
  unknown: ReadonlyMap<string, number>
  /** Posts that it names by tags whose addresses are plain ones. */
  named: readonly NamedPost[]
  /** Why the templates could not be run, if they could not. */
  fault?: string
}
