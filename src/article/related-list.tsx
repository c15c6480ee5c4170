import type { ArticleBody } from '#contract/body-pack.ts'
import type { PostSummary } from '#contract/timeline-shard.ts'
import { toPostSource } from '#core/post/post-source.ts'
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
              {toDay(post.id) !== undefined && (
                <time dateTime={toDay(post.id)}>{toDay(post.id)}</time>
              )}
              {toDay(post.id) !== undefined && ' · '}
              <bdi>{post.source ?? toPostSource(summary)}</bdi>
            </small>
            <small className="article-why">{toReasons(post, summary, words).join(' · ')}</small>
          </li>
        ))}
      </ul>
    </section>
  )
}

function toReasons(
  { id, tie, terms, source }: Related,
  summary: PostSummary,
  words: Words,
): string[] {
  const reasons: string[] = []
  if (tie !== undefined) reasons.push(words(`article.related.${tie}`))
  if (terms !== undefined) {
    const named = terms.join(words('article.related.and'))
    reasons.push(words('article.related.mentions', { terms: named }))
  }
  const distance = toDistanceText({ from: toDay(summary.id), to: toDay(id) }, words)
  if (distance !== undefined) reasons.push(distance)
  if (source !== undefined) reasons.push(words('article.related.otherSource'))
  return reasons
}

/** The day that an id names; `undefined` for an undated post. */
function toDay(id: string): string | undefined {
  return /^\d{4}-\d{2}-\d{2}/.exec(id)?.[0]
}
