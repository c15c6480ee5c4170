import { listSpeakers } from '#article/speakers.ts'
import { toUtcText } from '#article/time-text.ts'
import type { ArticleBody } from '#contract/body-pack.ts'
import type { PostSummary } from '#contract/timeline-shard.ts'
import { toReadableUrl } from '#core/address/readable-url.ts'
import { toDisplayTitle } from '#core/post/display-title.ts'
import { toKnownDay } from '#core/time/known-day.ts'
import type { CanonicalChoice } from '#builder/site/plan/build-options.ts'
import { toPreviewImage, type PreviewImage } from './preview-image.ts'

/** The inputs of the head of an article's page. */
export interface HeadSource {
  summary: PostSummary
  body: ArticleBody
  siteTitle: string
  /** BCP 47 language of the page's own words. */
  locale: string
  /** Full address of the site; `undefined` when unknown. */
  address: string | undefined
  canonical: CanonicalChoice
}

/** Facts that the head states in more than one vocabulary. */
export interface ArticleFacts extends HeadSource {
  title: string
  description: string
  /** Full address of the page; `undefined` when that of the site is unknown. */
  pageUrl: string | undefined
  /** Address of the original, in letters; `undefined` when unknown. */
  originalUrl: string | undefined
  image: PreviewImage | undefined
}

/** Gathers the facts that the head of a page states. */
export function toArticleFacts(source: HeadSource): ArticleFacts {
  const { summary, body, address } = source
  return {
    ...source,
    title: toDisplayTitle({ ...summary, title: body.title ?? summary.title }),
    description: summary.excerpt ?? describeFacts(summary),
    originalUrl: body.sourceUrl === undefined ? undefined : toReadableUrl(body.sourceUrl),
    pageUrl: address === undefined ? undefined : `${address}posts/${summary.id}/`,
    image: toPreviewImage(source),
  }
}

/** Describes a post without text: who published it where and when, as far as that is known. */
function describeFacts(summary: PostSummary): string {
  const { publishedAt } = summary
  const time = publishedAt === undefined ? toKnownDay(summary) : toUtcText(publishedAt)
  const known = [...listSpeakers(summary).map(({ name }) => name), time]
  return known.filter((fact) => fact !== undefined).join(' · ')
}
