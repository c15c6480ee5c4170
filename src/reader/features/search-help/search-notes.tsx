import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { TimelineFilter } from '#core/selection/timeline-filter.ts'
import { useRouter } from '#reader/router/use-router.ts'
import { foundQuery } from '#reader/data/filter/filter-query.ts'
import { shownSearch } from '#reader/data/search/search.ts'
import { FailureNotice } from '#reader/ui/failure-notice.tsx'
import { useTranslation } from '#reader/language/use-translation.ts'
import type { QueryNote } from '#search/query/search-query.ts'
import { lazyPart } from '#reader/ui/lazy-part.tsx'
import styles from './search-help.module.css'

const LookedThrough = lazyPart(async () => (await import('./looked-through.tsx')).LookedThrough)

/** Notes about a search: which parts were not taken as typed, and what failed along the way. */
export function SearchNotes({ filter }: { filter: TimelineFilter }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const router = useRouter()
  const { data: found, dataUpdatedAt } = useQuery({ ...foundQuery(filter), enabled: false })
  if (found === undefined) return null
  const notes = toShownNotes(found.query?.notes ?? [])
  const retry = () => {
    shownSearch.forget(client, filter)
    void router.reload()
  }
  return (
    <>
      {notes.map((note) => (
        <p key={JSON.stringify(note)} className={styles.notes}>
          {t(`search.note.${note.code}`, { ...note })}
        </p>
      ))}
      {found.lookedThrough === undefined ? null : (
        <LookedThrough posts={found.lookedThrough} searchedAt={dataUpdatedAt} onReached={retry} />
      )}
      {found.failure === undefined ? null : (
        <>
          <p className={styles.notes}>{t('search.stopped')}</p>
          <FailureNotice error={found.failure} onRetry={retry} />
        </>
      )}
    </>
  )
}

/** When nothing in the query is searchable, the notes that say why are enough, or the one that says so. */
export function toShownNotes(notes: readonly QueryNote[]): readonly QueryNote[] {
  const nothing = notes.filter(({ code }) => code === 'nothing-searchable')
  if (nothing.length === 0) return notes
  const reasons = notes.filter(({ code }) => reasonCodes.has(code))
  return reasons.length > 0 ? reasons : nothing
}

const reasonCodes: ReadonlySet<QueryNote['code']> = new Set([
  'value-missing',
  'date-unknown',
  'operator-alone',
])
