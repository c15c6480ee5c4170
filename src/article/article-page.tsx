import type { ReactNode } from 'react'
import type { ArticleBody } from '#contract/body-pack.ts'
import type { PictureFile } from '#contract/picture-file.ts'
import type { PostSummary } from '#contract/timeline-shard.ts'
import { toDisplayTitle } from '#core/post/display-title.ts'
import { languageAttributes } from './language-attributes.ts'
import { ArticleContents } from './article-contents.tsx'
import { ArticleHeader, articleTitleId } from './article-header.tsx'
import type { ArticleHrefs } from './article-hrefs.ts'
import { ArticleLinks } from './article-links.tsx'
import { ArticleRecord } from './article-record.tsx'
import { LeadImageFigure, leadImageAbove } from './lead-image.tsx'
import { RelatedList } from './related-list.tsx'
import { VideoLink } from './video-link.tsx'
import type { VersionTools } from './versions-list.tsx'
import type { Words } from './words.ts'

/** Props of an article page. It uses no hooks: Node renders it into files, the browser renders it live. */
export interface ArticlePageProps {
  summary: PostSummary
  body: ArticleBody
  words: Words
  /** BCP 47 language of the interface, for dates and numbers. */
  locale: string
  hrefs: ArticleHrefs
  /** True if every post's categories equal its tags: then only the tags are shown. */
  twinFacets: boolean
  /** IANA zone of the archive's days; UTC when absent. */
  timeZone?: string
  /** Print of the key that signs the archive; absent where nobody signs it. */
  keyPrint?: string | undefined
  /** What leads to the source file, in the record. */
  sourceLink?: ReactNode
  /** The article's text, already sanitized by the caller. */
  children: ReactNode
  /** URL of a picture that the site hosts itself; absent if `above` is given. */
  toPictureHref?: (file: PictureFile) => string
  /** Replaces the lead image and the video link above the text; `null` for none. The reader renders its own. */
  above?: ReactNode
  /** False if something else replaces the text, such as a comparison: a table of contents would lead nowhere. */
  hasContents?: boolean
  /** Controls for the versions of the post. */
  versionTools?: VersionTools | undefined
  /** Language that the reader chose for lists; empty or absent for none. */
  listLanguage?: string | undefined
  /** Actions on the article besides opening the original. */
  actions?: ReactNode
  /** The line above the title: back to the list, previous and next. Its space is reserved even when it is empty. */
  way?: ReactNode
  /** Links to the previous and next article. */
  neighbours?: ReactNode
}

/** Renders an article the same way everywhere. */
export function ArticlePage(props: ArticlePageProps) {
  const { summary, body, words, children, above, way, neighbours } = props
  const { hasContents = true } = props
  const { language, kind } = summary
  const empty = kind === 'video' ? 'article.emptyVideo' : 'article.emptyArticle'
  return (
    <article
      className={kind === 'video' ? 'article article-video' : 'article'}
      aria-labelledby={articleTitleId}
    >
      <div className="article-way">{way}</div>
      <ArticleHeader {...props} timeZone={props.timeZone ?? 'UTC'} />
      {hasContents ? <ArticleContents {...props} /> : null}
      <div className="article-text" {...languageAttributes(language)}>
        {above === undefined ? <Above {...props} /> : above}
        {children}
      </div>
      {body.parts.length === 0 && <p className="article-notice">{words(empty)}</p>}
      <footer className="article-footer">
        <ArticleLinks summary={summary} sourceUrl={body.sourceUrl} words={words} />
        <ArticleRecord {...props} />
        <RelatedList {...props} />
        {neighbours}
      </footer>
    </article>
  )
}

function Above({ summary, body, words, toPictureHref }: ArticlePageProps) {
  const image = leadImageAbove(summary, body)
  return (
    <div className="article-above">
      {summary.kind === 'video' && body.sourceUrl !== undefined && (
        <VideoLink url={body.sourceUrl} title={toDisplayTitle(summary)} words={words} />
      )}
      {image && <LeadImageFigure image={image} toPictureHref={toPictureHref} />}
    </div>
  )
}
