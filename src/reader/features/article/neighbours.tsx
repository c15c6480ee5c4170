import { Link } from '#reader/router/link.tsx'
import { toNumberText } from '#article/number-text.ts'
import type { Words } from '#article/words.ts'
import type { PostSummary } from '#contract/timeline-shard.ts'
import { toDisplayTitle } from '#core/post/display-title.ts'
import { languageAttributes } from '#article/language-attributes.ts'
import { postPath } from '#reader/links/paths.ts'
import { toNextState, type ArticleState, type ListPlace } from './list-place.ts'

interface NeighboursProps {
  place: ListPlace
  state: ArticleState
  words: Words
}

/** Links to the previous and next article of the list the reader came from. */
export function Neighbours({ place, state, words }: NeighboursProps) {
  const { number, total, previous, next } = place
  return (
    <nav className="article-neighbours" aria-label={words('article.neighbours')}>
      <Neighbour summary={previous} name={words('article.previous')} rel="prev" state={state} />
      {number !== undefined && (
        <span className="article-place">
          {words('article.place', { number: toNumberText(number), total: toNumberText(total) })}
        </span>
      )}
      <Neighbour summary={next} name={words('article.next')} rel="next" state={state} />
    </nav>
  )
}

interface NeighbourProps {
  summary: PostSummary | undefined
  name: string
  rel: 'prev' | 'next'
  state: ArticleState
}

function Neighbour({ summary, name, rel, state }: NeighbourProps) {
  if (!summary) return <span className={`article-neighbour article-${rel}`} />
  return (
    <Link
      className={`article-neighbour article-${rel}`}
      to={postPath(summary.id)}
      state={toNextState(state)}
      rel={rel}
    >
      <small>{name}</small>
      <span {...languageAttributes(summary.titleLanguage ?? summary.language)}>
        {toDisplayTitle(summary)}
      </span>
    </Link>
  )
}
