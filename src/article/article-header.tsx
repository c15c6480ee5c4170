import type { ReactNode } from 'react'
import type { ArticleBody } from '#contract/body-pack.ts'
import type { PostSummary } from '#contract/timeline-shard.ts'
import { toDisplayTitle } from '#core/post/display-title.ts'
import type { FacetName } from '#core/facet/facet.ts'
import { toNameKey } from '#core/text/name-key.ts'
import { toReadingMinutes } from '#core/text/reading-time.ts'
import { toNumberText } from './number-text.ts'
import { languageAttributes } from './language-attributes.ts'
import type { ArticleHrefs } from './article-hrefs.ts'
import { HeadLinks } from './article-links.tsx'
import { ArticleTimes } from './article-times.tsx'
import { DerivedFactsLine } from './derived-facts.tsx'
import { PrintedAddress } from './printed-address.tsx'
import { listSpeakers } from './speakers.ts'
import { TranslationsList } from './translations-list.tsx'
import { VersionsList, type VersionTools } from './versions-list.tsx'
import type { Words } from './words.ts'

interface ArticleHeaderProps {
  summary: PostSummary
  body: ArticleBody
  words: Words
  locale: string
  hrefs: ArticleHrefs
  timeZone: string
  /** True if every post's categories equal its tags. */
  twinFacets: boolean
  versionTools?: VersionTools | undefined
  /** Language that the reader chose for lists; empty or absent for none. */
  listLanguage?: string | undefined
  /** Actions on the article besides opening the original. */
  actions?: ReactNode
}

/** From this width on, in halves of a full-width character, a title is set smaller: it took half of a phone. */
const longTitle = 56

/** Id of the title, which names the article. Ids of the article's own text have a prefix, so none is equal. */
export const articleTitleId = 'article-title'

/** Header of an article: title, other versions, author and source, both times, tags. */
export function ArticleHeader(props: ArticleHeaderProps) {
  const { summary, body, words, hrefs } = props
  const { supersededBy, language, titleLanguage, kind } = summary
  const title = toDisplayTitle({ ...summary, title: body.title ?? summary.title })
  return (
    <header className="article-header">
      <h1
        id={articleTitleId}
        className={toTextWidth(title) > longTitle ? 'article-long-title' : undefined}
        {...languageAttributes(titleLanguage ?? language)}
      >
        {title}
      </h1>
      {supersededBy && (
        <p className="article-notice">
          {words('article.superseded')}{' '}
          <a href={hrefs.post(supersededBy)}>{words('article.newest')}</a>
        </p>
      )}
      <Byline {...props} />
      <HeadLinks summary={summary} sourceUrl={body.sourceUrl} words={words}>
        {props.actions}
      </HeadLinks>
      <VersionsList {...props} id={summary.id} />
      <TranslationsList {...props} />
      <ArticleTimes {...props} />
      {body.sourceUrl !== undefined && (
        <PrintedAddress
          name="original"
          label={words(kind === 'video' ? 'article.originalVideo' : 'article.original')}
          url={body.sourceUrl}
          words={words}
        />
      )}
      <ArticleTags {...props} />
      <DerivedFactsLine derived={body.derived} words={words} hrefs={hrefs} />
    </header>
  )
}

function toTextWidth(text: string): number {
  let width = 0
  for (let at = 0; at < text.length; at++) width += text.charCodeAt(at) > 0x2e7f ? 2 : 1
  return width
}

function Byline({ summary, words, hrefs }: ArticleHeaderProps) {
  const { length, kind } = summary
  // The reading time of a video's description says little about the video.
  const minutes = kind === 'video' ? undefined : toReadingMinutes(length)
  const number = toNumberText(length.count)
  return (
    <ul className="article-byline" aria-label={words('article.byline')}>
      {listSpeakers(summary).map(({ facet, value, name }) => (
        <li key={`${facet} ${value}`}>
          <a href={hrefs.facet(facet, value)}>
            <bdi>{name}</bdi>
          </a>
        </li>
      ))}
      {length.count > 0 && (
        <li>{words(`article.length.${length.unit}`, { count: length.count, number })}</li>
      )}
      {minutes !== undefined && (
        <li>{words('article.minutes', { count: minutes, number: toNumberText(minutes) })}</li>
      )}
    </ul>
  )
}

/**
 * Tags and, only if they differ, categories. Each links to the timeline narrowed to it. A name that the byline has
 * already is not said again.
 */
function ArticleTags({ summary, words, hrefs, twinFacets }: ArticleHeaderProps) {
  const { tags, categories = [] } = summary
  const said = new Set(listSpeakers(summary).map(({ name }) => toNameKey(name)))
  const unsaid = (labels: readonly string[]) =>
    labels.filter((label) => !said.has(toNameKey(label)))
  return (
    <>
      <FacetLinks name={words('article.tags')} facet="tag" values={unsaid(tags)} hrefs={hrefs} />
      {!twinFacets && (
        <FacetLinks
          name={words('article.categories')}
          facet="category"
          values={unsaid(categories)}
          hrefs={hrefs}
        />
      )}
    </>
  )
}

interface FacetLinksProps {
  name: ReactNode
  facet: FacetName
  values: string[]
  hrefs: ArticleHrefs
}

function FacetLinks({ name, facet, values, hrefs }: FacetLinksProps) {
  if (values.length === 0) return null
  return (
    <div className="article-tags">
      <span>{name}</span>
      <ul>
        {values.map((value) => (
          <li key={value}>
            <a href={hrefs.facet(facet, value)} rel="tag">
              <bdi>{value}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
