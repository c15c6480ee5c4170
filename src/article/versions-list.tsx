import type { ReactNode } from 'react'
import type { ArticleBody } from '#contract/body-pack.ts'
import type { PostId } from '#core/post/post-id.ts'
import { toKnownDay, type DayFacts } from '#core/time/known-day.ts'
import type { ArticleHrefs } from './article-hrefs.ts'
import { toNumberText } from './number-text.ts'
import { toUtcText } from './time-text.ts'
import type { Words } from './words.ts'

/** One of the versions of a post. */
export type ListedVersion = NonNullable<ArticleBody['versions']>[number]

/** Controls for the versions. A page without JavaScript has none. */
export interface VersionTools {
  /** Rendered before a version. */
  before: (version: ListedVersion) => ReactNode
  /** Rendered below the list. */
  below: ReactNode
  /** Whether the list is initially expanded. */
  isOpen: boolean
}

interface VersionsListProps {
  /** Id of the version shown. */
  id: PostId
  body: ArticleBody
  words: Words
  hrefs: ArticleHrefs
  versionTools?: VersionTools | undefined
}

/** The versions of a post, collapsed. Their titles are shown only where they differ. */
export function VersionsList(props: VersionsListProps) {
  const { id, body, words, hrefs, versionTools: tools } = props
  const { versions = [] } = body
  if (versions.length < 2) return null
  const number = toNumberText(versions.length)
  const newestTitle = versions[0]?.title
  return (
    <details className="article-versions" open={tools?.isOpen}>
      <summary>{words('article.versions', { count: versions.length, number })}</summary>
      <ol>
        {versions.map((version, at) => (
          <li key={version.id}>
            {tools?.before(version)}
            <a href={hrefs.post(version.id)} aria-current={version.id === id ? 'page' : undefined}>
              {toPublishedText(version) ?? words('article.publishedUnknown')}
            </a>
            {version.sourceHost !== undefined && ` · ${version.sourceHost}`}
            {version.title !== newestTitle && <bdi> {version.title}</bdi>}
            {at === 0 && <em> · {words('article.newestVersion')}</em>}
            {version.id === id && <em> · {words('article.thisVersion')}</em>}
          </li>
        ))}
      </ol>
      {tools?.below}
    </details>
  )
}

/**
 * Formats when a version was published, in this product's style: the time, the day, or its month or year where no more is
 * known; `undefined` when that is unknown.
 */
export function toPublishedText(
  version: DayFacts & Pick<ListedVersion, 'publishedAt'>,
): string | undefined {
  return version.publishedAt === undefined ? toKnownDay(version) : toUtcText(version.publishedAt)
}
