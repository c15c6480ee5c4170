import type { ArticleBody } from '#contract/body-pack.ts'
import type { PostId } from '#core/post-id.ts'
import type { ArticleHrefs } from './article-hrefs.ts'
import { toNumberText } from './formatters.ts'
import { toUtcText } from './time-text.ts'
import type { Words } from './words.ts'

interface ArticleRecordProps {
  /** The post shown, one of its versions. */
  id: PostId
  body: ArticleBody
  words: Words
  locale: string
  hrefs: ArticleHrefs
}

/** What the archive knows beside the article: its other versions, its file, what else stood in the front matter. */
export function ArticleRecord(props: ArticleRecordProps) {
  return (
    <div className="article-record">
      <VersionsList {...props} />
      <ExtraFields body={props.body} words={props.words} />
    </div>
  )
}

function VersionsList({ id, body, words, locale, hrefs }: ArticleRecordProps) {
  const { versions = [] } = body
  if (versions.length < 2) return null
  const number = toNumberText(versions.length, locale)
  return (
    <details className="article-versions">
      <summary>{words('article.versions', { count: versions.length, number })}</summary>
      <ol>
        {versions.map((version, at) => (
          <li key={version.id}>
            <a href={hrefs.post(version.id)} aria-current={version.id === id ? 'page' : undefined}>
              {publishedText(version) ?? words('article.publishedUnknown')}
            </a>{' '}
            <bdi>{version.title}</bdi>
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

// Every Jekyll post has these two; they say nothing about the article.
const plainKeys = new Set(['layout', 'comments'])

function ExtraFields({ body, words }: { body: ArticleBody; words: Words }) {
  const extra = Object.entries(body.extra ?? {}).filter(([key]) => !plainKeys.has(key))
  return (
    <details className="article-extra">
      <summary>{words('article.extra')}</summary>
      <dl>
        <div>
          <dt>{words('article.file')}</dt>
          <dd>
            <bdi>{body.file}</bdi>
          </dd>
        </div>
        {extra.map(([key, value]) => (
          <div key={key}>
            <dt>
              <bdi>{key}</bdi>
            </dt>
            <dd>
              <bdi>{typeof value === 'string' ? value : JSON.stringify(value)}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
