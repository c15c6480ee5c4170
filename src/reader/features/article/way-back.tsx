import type { MouseEvent, ReactNode } from 'react'
import { isPlainClick, Link } from '#reader/router/link.tsx'
import { useNavigate } from '#reader/router/use-router.ts'
import { toNumberText } from '#article/number-text.ts'
import type { Words } from '#article/words.ts'
import type { PostSummary } from '#contract/timeline-shard.ts'
import { toDisplayTitle } from '#core/post/display-title.ts'
import { listPath, postPath } from '#reader/links/paths.ts'
import { toListTarget, toNextState, type ArticleState, type ListPlace } from './list-place.ts'

interface WayBackProps {
  /** Absent while loading. */
  place: ListPlace | undefined
  state: ArticleState
  words: Words
  /** Other content above the article. */
  children?: ReactNode
}

/** The line above an article: back to the list at its exact scroll position, position in the list, previous and next. */
export function WayBack({ place, state, words, children }: WayBackProps) {
  const { number, total, previous, next } = place ?? {}
  return (
    <nav aria-label={words('article.way')}>
      <BackLink state={state} name={words('article.back')} />
      {number !== undefined && total !== undefined && (
        <span className="article-place">
          {words('article.place', { number: toNumberText(number), total: toNumberText(total) })}
        </span>
      )}
      <span className="article-way-steps">
        {children}
        <Step summary={previous} rel="prev" state={state} name={words('article.previous')} />
        <Step summary={next} rel="next" state={state} name={words('article.next')} />
      </span>
    </nav>
  )
}

function BackLink({ state, name }: { state: ArticleState; name: string }) {
  const navigate = useNavigate()
  const target = toListTarget(state, history.length)
  const goBack = (event: MouseEvent) => {
    if (typeof target !== 'number' || !isPlainClick(event)) return
    // History holds the list as the reader left it; its address alone would open it at the top.
    event.preventDefault()
    void navigate(target)
  }
  return (
    <Link className="article-back" to={listPath(state)} onClick={goBack}>
      {name}
    </Link>
  )
}

interface StepProps {
  summary: PostSummary | undefined
  rel: 'prev' | 'next'
  state: ArticleState
  name: string
}

function Step({ summary, rel, state, name }: StepProps) {
  if (!summary) return null
  const title = `${name}: ${toDisplayTitle(summary)}`
  return (
    <Link
      className={`article-step article-step-${rel}`}
      to={postPath(summary.id)}
      state={toNextState(state)}
      rel={rel}
      title={title}
      aria-label={title}
    />
  )
}
