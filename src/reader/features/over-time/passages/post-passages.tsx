import { queryOptions, useQueries, useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { ListClock } from '#article/row/list-clock.ts'
import { toNumberText } from '#article/number-text.ts'
import { countSelection, ordinalAt, type Selection } from '#core/selection/selection.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { FailureNotice } from '#reader/ui/failure-notice.tsx'
import button from '#reader/ui/text-button.module.css'
import { groupAlike } from './group-alike.ts'
import { PassageRow } from './passage-row.tsx'
import { passagesQuery } from './passages-query.ts'
import styles from './passages.module.css'

const perChunk = 20
const chunksAtOnce = 2

/** The search's folding with its table of Chinese variants. */
const foldCode = queryOptions({
  queryKey: ['fold code'],
  queryFn: () => import('#search/fold/fold-text.ts'),
})

interface PostPassagesProps {
  /** The posts, oldest first. */
  posts: Selection
  query: string | undefined
  clock: ListClock
  /** Names the list for the cache. */
  listKey: string
  /** Address query of the list that the posts lead back to. */
  list: string
}

/**
 * A list to read down, oldest first: date, source and title of each post, and the piece of its text that holds the hit.
 * Posts that say nearly the same are one row.
 */
export function PostPassages({ posts, query, clock, listKey, list }: PostPassagesProps) {
  const { t } = useTranslation()
  const heading = useId()
  const [chunks, setChunks] = useState(chunksAtOnce)
  const total = countSelection(posts)
  const asked = Math.min(total, chunks * perChunk)
  const fold = useQuery(foldCode).data?.foldText
  const results = useQueries({
    queries: Array.from({ length: Math.ceil(asked / perChunk) }, (_, chunk) => {
      const start = chunk * perChunk
      const count = Math.min(perChunk, total - start)
      const ordinals = Array.from({ length: count }, (__, at) => ordinalAt(posts, start + at) ?? 0)
      return passagesQuery(query, { listKey, start, ordinals })
    }),
  })
  const failed = results.find(({ error }) => error !== null)
  const passages = results.flatMap(({ data = [] }) => data)
  const groups = groupAlike(passages, ({ piece }) => piece.text, fold ?? ((text) => text))
  const isWaiting = results.some(({ isPending }) => isPending)
  return (
    <section aria-busy={isWaiting} aria-labelledby={heading}>
      <h2 id={heading}>{t(query === undefined ? 'overTime.list' : 'overTime.passages')}</h2>
      <p className={styles.note}>
        {t(passages.length < total ? 'overTime.shown' : 'overTime.shownAll', {
          number: toNumberText(passages.length),
          total: toNumberText(total),
        })}
      </p>
      <ol className={styles.passages}>
        {groups.map((group) => (
          <PassageRow key={group[0]?.ordinal} group={group} clock={clock} list={list} />
        ))}
      </ol>
      {failed?.error ? (
        <FailureNotice error={failed.error} onRetry={() => void failed.refetch()} />
      ) : null}
      {asked < total && !isWaiting ? (
        <button
          type="button"
          className={button.textButton}
          onClick={() => {
            setChunks(chunks + chunksAtOnce)
          }}
        >
          {t('overTime.more')}
        </button>
      ) : null}
    </section>
  )
}
