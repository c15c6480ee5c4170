import { parseVideoUrl, toThumbnailUrl } from '#core/address/video-url.ts'
import { detectTitleLanguage } from '#core/text/language-detection.ts'
import { listAuthors } from '#core/post/authors.ts'
import { excerptCharacters } from '#core/text/plain-text.ts'
import { toNameKey } from '#core/text/name-key.ts'
import type { Post, SourceTimestamp, TimeFlag } from '#core/post/post.ts'
import { toSourceTimestamp } from '#core/time/source-timestamp.ts'
import type { CleanArticle } from '#builder/read/clean/clean-article.ts'
import type { OwnPicture } from '#builder/read/clean/rules/own-picture.ts'
import { cleanLabel } from '#builder/read/text/clean-label.ts'
import type { CachedBody, CachedRow } from '../post/cached-post.ts'
import { toEmbedded } from '../post/embedded-picture.ts'
import { listOwnPictures } from './own-pictures.ts'
import { pickSourceName } from './pick-source-name.ts'

const longestTitle = 300

/** What is known of a post beside itself and its article. */
interface PostKnowledge {
  /** SHA-256 of its file's bytes, hexadecimal. */
  contentHash: string
  /** The language that its text tells. */
  spokenLanguage: string | undefined
}

/** Converts a post and its cleaned article to row and body. */
export function toRowAndBody(
  post: Post,
  article: CleanArticle,
  { contentHash, spokenLanguage }: PostKnowledge,
): { row: CachedRow; body: CachedBody; ownPictures: OwnPicture[] } {
  const title = post.title === undefined ? undefined : cutTitle(post.title)
  const parts = listShownParts(article)
  const embedded = toEmbedded(article.embedded, parts)
  const { leads, ownPictures } = listOwnPictures(post, article, parts)
  const [leadImage, ...moreLeads] = leads
  const body: CachedBody = {
    title: title === post.title ? undefined : post.title,
    sourceUrl: post.sourceUrl ?? post.pageUrl,
    writtenUrl: post.writtenUrl,
    file: post.file,
    source: { sha256: contentHash },
    parts: article.parts,
    page: article.page,
    ...(embedded.length === 0 ? {} : { embedded }),
    ...(moreLeads.length === 0 ? {} : { moreLeads }),
    derived: toDerived(post, article),
    extra: Object.keys(post.extra).length === 0 ? undefined : post.extra,
  }
  const language = post.language ?? spokenLanguage ?? article.derived?.language
  return { row: toRow(post, article, { title, language, leadImage }), body, ownPictures }
}

/** HTML of the article, and of what only its whole page shows. */
function listShownParts({ parts, page = [] }: CleanArticle): string[] {
  return [...parts, ...page.flat().filter((step) => typeof step === 'string')]
}

function toRow(
  post: Post,
  article: CleanArticle,
  { title, language, leadImage }: Pick<CachedRow, 'title' | 'language' | 'leadImage'>,
): CachedRow {
  const { sourceTimestamp, timeFlags } = toTimes(post, article)
  const sourceHost = post.sourceUrl === undefined ? undefined : toSourceHost(post.sourceUrl)
  return {
    title,
    publishedAt: post.publishedAt,
    publishedOn: post.publishedOn,
    sourceTimestamp,
    timeFlags: timeFlags.length === 0 ? undefined : timeFlags,
    author: post.author,
    coauthors: post.coauthors,
    tags: post.tags,
    categories: areEqualSets(post.tags, post.categories) ? undefined : post.categories,
    collection: post.collection,
    sourceHost,
    sourceName: pickSourceName(post, {
      pageName: cleanLabel(article.derived?.siteName ?? '') || undefined,
      host: sourceHost,
    }),
    kind: post.kind,
    language,
    titleLanguage: title === undefined ? undefined : detectTitleLanguage(title, language),
    excerpt: article.excerpt ?? cutSummary(post.summary),
    leadImage,
    still: toStill(post),
    length: article.length,
    slug: post.slug === title ? undefined : post.slug,
  }
}

/** What the front matter says a post is about, where its text says nothing. */
function cutSummary(summary: string | undefined): string | undefined {
  return summary === undefined ? undefined : cutTitle(summary, excerptCharacters)
}

function toStill({ kind, sourceUrl }: Post): CachedRow['still'] {
  const video = kind === 'video' ? parseVideoUrl(sourceUrl ?? '') : undefined
  const url = video && toThumbnailUrl(video)
  return url === undefined ? undefined : { url }
}

/** Facts from the page that the front matter lacks. */
function toDerived(post: Post, { derived = {} }: CleanArticle): CachedBody['derived'] {
  const { author, language } = derived
  const tags = without(derived.tags, [...post.tags, ...post.categories])
  const categories = without(derived.categories, [...post.tags, ...post.categories])
  const isKnown = listAuthors(post).some((name) =>
    toNameKey(author ?? '').startsWith(toNameKey(name)),
  )
  const facts = {
    ...(author === undefined || isKnown ? {} : { author }),
    ...(tags.length === 0 ? {} : { tags }),
    ...(categories.length === 0 ? {} : { categories }),
    ...(language === undefined ? {} : { language }),
  }
  return Object.keys(facts).length === 0 ? undefined : facts
}

function without(labels: string[] = [], known: string[]): string[] {
  const keys = new Set(known.map(toNameKey))
  return labels.map(cleanLabel).filter((label) => label !== '' && !keys.has(toNameKey(label)))
}

function toTimes(
  post: Post,
  article: CleanArticle,
): { sourceTimestamp?: SourceTimestamp; timeFlags: TimeFlag[] } {
  const found = toSourceTimestamp({
    datelines: article.datelines,
    ...(post.dateText === undefined ? {} : { dateText: post.dateText }),
    ...(post.epochText === undefined ? {} : { epochText: post.epochText }),
    published: {
      ...(post.publishedAt === undefined ? {} : { publishedAt: post.publishedAt }),
      ...(post.publishedOn === undefined ? {} : { publishedOn: post.publishedOn }),
    },
  })
  return { ...found, timeFlags: [...new Set([...post.timeFlags, ...found.timeFlags])] }
}

/** Whether the row of a post holds only the beginning of its title. */
export function isTitleCut(title: string): boolean {
  return title.length > longestTitle && Array.from(title).length > longestTitle
}

function cutTitle(title: string, longest = longestTitle): string {
  const characters = Array.from(title)
  return characters.length <= longest ? title : `${characters.slice(0, longest - 1).join('')}…`
}

function toSourceHost(sourceUrl: string): string | undefined {
  if (!URL.canParse(sourceUrl)) return undefined
  const host = new URL(sourceUrl).hostname.replace(/^www\./, '')
  return host === '' ? undefined : host
}

function areEqualSets(a: string[], b: string[]): boolean {
  return a.length === b.length && a.every((value) => b.includes(value))
}
