import type { SiteHabits } from '../config/site-habits.ts'

/** The program that made a site from its posts. */
export type Generator = 'jekyll' | 'hexo' | 'hugo'

/** What is known of the site that a post comes from. Plain data, because it is sent to worker threads. */
export interface SiteFacts {
  /** Absent when the site's settings do not tell. */
  generator?: Generator
  /** Text of its settings file; empty without one. */
  settings: string
  /** What the settings say about texts; absent when nothing. */
  habits?: SiteHabits
  /** Identifies all of this: posts must be read again when it changes. */
  key: string
}

/** What templates in a body can ask for. */
export interface TemplateContext {
  /** Absent when nothing is known of the site. */
  site?: SiteFacts | undefined
  fileName: string
  /** Path of the file below its collection's folder, such as `_posts/2020-03-09-x.md`. */
  path: string
  /** The front matter as plain values. */
  page: ReadonlyMap<string, unknown>
  /** Whether the post is a copy of a page from elsewhere, which shows marks of templates only as text. */
  isMirrored: boolean
}

/** A body without marks of templates. */
export interface RenderedTemplate {
  body: string
  /** How often each tag was left out or replaced by the text inside, by its name. */
  unknown: ReadonlyMap<string, number>
  /** Why the templates could not be run, if they could not. */
  fault?: string
}
