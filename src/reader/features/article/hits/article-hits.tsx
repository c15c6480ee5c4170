import { useEffect, useState, type RefObject } from 'react'
import { toNumberText } from '#article/number-text.ts'
import { Icon } from '#reader/ui/icon.tsx'
import { useKeys } from '#reader/ui/use-keys.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { goToHit, hideHits, showHits } from './show-hits.ts'
import { useHits } from './use-hits.ts'
import styles from './article-hits.module.css'

interface ArticleHitsProps {
  /** The search query of the list that the article was opened from. */
  query: string
  /** The element that contains the article. */
  box: RefObject<HTMLElement | null>
}

/** Highlights the hits of a search in the opened article and steps from hit to hit. */
export function ArticleHits({ query, box }: ArticleHitsProps) {
  const { t } = useTranslation()
  const hits = useHits(query, box)
  const [isHidden, setHidden] = useState(false)
  const [current, setCurrent] = useState(-1)
  const ranges = hits?.ranges ?? []
  const total = ranges.length
  const step = (by: 1 | -1) => {
    if (total === 0) return
    const next = current === -1 && by === -1 ? total - 1 : (current + by + total) % total
    setCurrent(next)
    const range = ranges[next]
    if (range !== undefined) goToHit(range)
  }
  useKeys({
    h: () => {
      step(1)
    },
    H: () => {
      step(-1)
    },
  })
  useEffect(() => {
    if (isHidden) hideHits()
    else showHits(hits?.ranges ?? [], hits?.ranges[current])
  }, [hits, current, isHidden])
  useEffect(() => hideHits, [])
  // A query of filters alone has no words to find.
  if (hits === undefined || isHidden || (total === 0 && hits.isWhole)) return null
  return (
    <section className={styles.bar} data-hits="" aria-label={t('article.hits.name')}>
      <bdi className={styles.query}>{query}</bdi>
      <Place number={current + 1} total={total} />
      {total === 0 ? null : (
        <>
          <StepButton label={t('article.hits.previous')} icon="up" onStep={() => step(-1)} />
          <StepButton label={t('article.hits.next')} icon="down" onStep={() => step(1)} />
        </>
      )}
      <StepButton label={t('article.hits.hide')} icon="close" onStep={() => setHidden(true)} />
    </section>
  )
}

/** The number of the current hit and the total; the total alone before the first step. */
function Place({ number, total }: { number: number; total: number }) {
  const { t } = useTranslation()
  const words = {
    count: total,
    number: toNumberText(number),
    total: toNumberText(total),
  }
  const key = total === 0 ? 'none' : number === 0 ? 'total' : 'place'
  return <output className={styles.place}>{t(`article.hits.${key}`, words)}</output>
}

interface StepButtonProps {
  label: string
  icon: 'up' | 'down' | 'close'
  onStep: () => void
}

function StepButton({ label, icon, onStep }: StepButtonProps) {
  return (
    <button type="button" className={styles.step} aria-label={label} title={label} onClick={onStep}>
      <Icon name={icon} />
    </button>
  )
}
