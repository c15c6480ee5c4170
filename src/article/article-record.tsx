import type { ArticleBody } from '#contract/body-pack.ts'
import { DerivedRecord } from './derived-facts.tsx'
import type { Words } from './words.ts'

// Every Jekyll post has these two keys. They say nothing about the article.
const plainKeys = new Set(['layout', 'comments'])

/** Record of the source: the article's file and its other front matter. */
export function ArticleRecord({ body, words }: { body: ArticleBody; words: Words }) {
  const extra = Object.entries(body.extra ?? {}).filter(([key]) => !plainKeys.has(key))
  return (
    <details className="article-record">
      <summary>{words('article.extra')}</summary>
      <dl>
        <div>
          <dt>{words('article.file')}</dt>
          <dd>
            <bdi>{body.file}</bdi>
          </dd>
        </div>
        {body.writtenUrl !== undefined && (
          <div>
            <dt>{words('article.writtenUrl')}</dt>
            <dd>
              <bdi>{body.writtenUrl}</bdi>
            </dd>
          </div>
        )}
        <DerivedRecord derived={body.derived} words={words} />
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
