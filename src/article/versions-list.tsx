import type { ArticleBody } from '#contract/body-pack.ts'
import type { PostId } from '#core/post-id.ts'
import type { ArticleHrefs } from './article-hrefs.ts'
import { toNumberText } from './formatters.ts'
import { toUtcText } from './time-text.ts'
import type { Words } from './words.ts'

interface VersionsListProps {
  /** The post shown, one of its versions. */
  id: PostId
  body: ArticleBody
  words: Words
  locale: string
  hrefs: ArticleHrefs
}

/** The versions of a post, folded; their titles only where they say something. */
export function VersionsList({ id, body, words, locale, hrefs }: VersionsListProps) {
  const { versions = [] } = body
  if (versions.length < 2) return null
  const number = toNumberText(versions.length, locale)
  const newestTitle = versions[0]?.title
  return (
    <details className="article-versions">
      <summary>{words('article.versions', { count: versions.length, number })}</summary>
      <ol>
        {versions.map((version, at) => (
          <li key={version.id}>
            <a href={hrefs.post(version.id)} aria-current={version.id === id ? 'page' : undefined}>
              {publishedText(version) ?? words('article.publishedUnknown')}
            </a>
            {version.title !== newestTitle && <bdi> {version.title}</bdi>}
            {at === 0 && <em> · {words('article.newestVersion')}</em>}
            {version.id === id && <em> · {words('article.thisVersion')}</em>}
          </li>
        ))}
      </ol>
    </details>
  )
}

function publishedText(version: NonNullable<ArticleBody['versions']>[number]): string | undefined {
  return version.publishedAt === undefined ? version.publishedOn : toUtcText(version.publishedAt)
}
