import type { ArticleBody } from '#contract/body-pack.ts'
import type { PostSummary } from '#contract/timeline-shard.ts'
import { toPostSource } from '#core/post/post-source.ts'
import { isWholeDay, toKnownDay } from '#core/time/known-day.ts'
import type { ArticleHrefs } from './article-hrefs.ts'
import { toDistanceText } from './distance-text.ts'
import type { Words } from './words.ts'

type Related = NonNullable<ArticleBody['related']>[number]

interface RelatedListProps {
  summary: PostSummary
  body: Pick<ArticleBody, 'related'>
  words: Words
  hrefs: ArticleHrefs
}

/** Posts that lead on from an article, each with its day, its source and why it stands there. */
export function RelatedList({ summary, body, words, hrefs }: RelatedListProps) {
  const { related } = body
  if (related === undefined || related.length === 0) return null
  return (
    <section className="article-related" aria-labelledby="article-related">
      <h2 id="article-related">{words('article.related.title')}</h2>
      <ul>
        {related.map((post) => (
          <li key={post.id}>
            {/* Without an address it is no link, only a title. */}
            <a href={hrefs.leavesRelated === true ? undefined : hrefs.post(post.id)} dir="auto">
              {post.title}
            </a>
            <small>
              {toDay(post) !== undefined && <time dateTime={toDay(post)}>{toDay(post)}</time>}
              {toDay(post) !== undefined && ' · '}
              <bdi>{post.source ?? toPostSource(summary)}</bdi>
            </small>
            <small className="article-why">{toReasons(post, summary, words).join(' · ')}</small>
          </li>
        ))}
      </ul>
    </section>
  )
}

function toReasons(post: Related, summary: PostSummary, words: Words): string[] {
  const { tie, terms, source } = post
  const reasons: string[] = []
  if (tie !== undefined) reasons.push(words(`article.related.${tie}`))
  if (terms !== undefined) {
    const named = terms.join(words('article.related.and'))
    reasons.push(words('article.related.mentions', { terms: named }))
  }
  if (reasons.length === 0) reasons.push(words('article.related.words'))
  const from = toDay({ id: summary.id, on: cutDay(summary) })
  const distance = toDistanceText({ from, to: toDay(post) }, words)
  if (distance !== undefined) reasons.push(distance)
  if (source !== undefined) reasons.push(words('article.related.otherSource'))
  return reasons
}

/** The month or year of a post of which no day is known. */
function cutDay(summary: PostSummary): string | undefined {
  const known = toKnownDay(summary)
  return known === undefined || isWholeDay(known) ? undefined : known
}

/** As much as is known of the day: what `on` says, else the day that the id names; `undefined` for an undated post. */
function toDay({ id, on }: Pick<Related, 'id' | 'on'>): string | undefined {
  return on ?? /^\d{4}-\d{2}-\d{2}/.exec(id)?.[0]
}
