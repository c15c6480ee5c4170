import { createHash } from 'node:crypto'
import { chooseInterfaceLanguage } from '#article/languages/choose-interface-language.ts'
import type { InterfaceLanguage } from '#article/languages/interface-languages.ts'
import type { LocalPictures } from '#builder/archive/pictures/local-pictures.ts'
import type { ReadArchive } from '#builder/archive/read-archive.ts'
import { relatePosts } from '#builder/archive/related/relate-posts.ts'
import type { RelatedPosts } from '#builder/archive/related/related-posts.ts'
import { findMonthTopics } from '#builder/archive/topics/find-month-topics.ts'
import type { MonthTopics } from '#contract/topics-file.ts'
import type { SourceFiles } from '#builder/read/post/source-files.ts'
import type { BuildOptions } from './build-options.ts'
import { toContentSecurityPolicy, type SitePlace } from '../page/content-security-policy.ts'
import { listInlineSources, type InlineSources } from '../page/inline-source.ts'
import { toSiteHead } from '../page/site-head.ts'
import { toStartPage } from '../page/start-page.ts'
import { toPageFrame, toPageShell, type PageFrame, type PageShell } from '../page/page-shell.ts'
import type { ReaderApp } from './reader-app.ts'
import { buildCalendar } from '../shape/calendar.ts'
import type { FacetIndex } from '#shape/facets/facet-value.ts'
import { buildFacets } from '../shape/facet-index.ts'
import { countLanguages } from '../shape/manifest.ts'
import { toSiteAddress, toSiteBase, toSiteTitle } from './site-title.ts'

/** Everything about a site that is known before its first file is written. */
export interface SitePlan extends ReadArchive {
  options: BuildOptions
  readerApp: ReaderApp
  /** Pictures that are kept beside the posts. */
  keptPictures: LocalPictures
  /** Finds the source files, which become part of the site; absent when they do not. */
  sources?: SourceFiles | undefined
  title: string
  place: SitePlace
  /** What is part of its pages, for its policy. */
  inline: InlineSources
  /** Full address of the site, with a trailing slash; `undefined` = unknown, then outputs that need it are left out. */
  address: string | undefined
  /** The frame of `shell`, for threads. */
  frame: PageFrame
  shell: PageShell
  /** The shell of the pages that start the reader: see `start-page.ts`. */
  startShell: PageShell
  related: RelatedPosts
  /** Terms that rise in each month, oldest month first. */
  topics: MonthTopics[]
  /** Interface language of the pages. */
  language: InterfaceLanguage
  facets: FacetIndex[]
  /** Fingerprint of everything outside `data/`: the reader's files, the policy, which pages exist. */
  shellFingerprint: string
}

/**
 * Decides what a site looks like.
 * @throws BuildError when the reader's page and this builder do not belong together.
 */
export function planSite(
  archive: ReadArchive,
  known: Pick<SitePlan, 'options' | 'readerApp' | 'keptPictures' | 'sources'>,
): SitePlan {
  const { options, readerApp } = known
  const { collections } = archive.discovery
  const relations = relatePosts(archive.posts)
  const place = toPlace(options, collections)
  const { template } = readerApp
  const startPage = toStartPage(template, readerApp)
  const inline = listInlineSources(template + startPage)
  const policy = toContentSecurityPolicy(place, inline)
  const title = toSiteTitle(options.title, collections)
  const address = toSiteAddress(place, collections)
  const head = toSiteHead({ base: place.base, title, hasFeeds: hasFeeds(address, options) })
  const shared = { base: place.base, policy, head, isQuiet: options.quietAddresses === true }
  const frame = toPageFrame(template, shared)
  return {
    ...archive,
    ...known,
    title,
    place,
    inline,
    address,
    frame,
    shell: toPageShell(frame),
    startShell: toPageShell(toPageFrame(startPage, shared)),
    language: chooseInterfaceLanguage(countLanguages(archive.posts)),
    facets: buildFacets(archive.posts),
    related: relations.related,
    topics: findMonthTopics(
      archive.posts,
      relations,
      buildCalendar(archive.posts, options.timeZone),
    ),
    shellFingerprint: fingerprint(readerApp, [
      place.base,
      policy,
      options.pages,
      address,
      options.feeds,
      options.redirectPages ?? false,
      options.canonical ?? 'archive',
      options.quietAddresses ?? false,
    ]),
  }
}

function toPlace(
  { base, origin, mirrors = [] }: BuildOptions,
  collections: ReadArchive['discovery']['collections'],
): SitePlace {
  const place = { base: toSiteBase(base, collections), origin }
  return mirrors.length === 0 ? place : { ...place, mirrors: [...mirrors] }
}

function hasFeeds(address: string | undefined, { feeds }: BuildOptions): boolean {
  return address !== undefined && feeds !== 'none'
}

function fingerprint({ template, files }: ReaderApp, rest: unknown[]): string {
  const hash = createHash('sha256').update(JSON.stringify([template, ...rest]))
  for (const [path, bytes] of files) hash.update(`${path}\n`).update(bytes)
  return hash.digest('hex')
}
