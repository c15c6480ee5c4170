import type { FilterChange, TimelineFilter } from '#core/selection/timeline-filter.ts'
import { showSearchWords } from '#reader/language/language.ts'
import { ActiveFilter } from '#reader/features/filter/active-filter.tsx'
import { FailureNotice } from '#reader/ui/failure-notice.tsx'
import { lazyPart } from '#reader/ui/lazy-part.tsx'
import { mayHaveSyntax } from '#search/query/has-syntax.ts'

const QueryChips = lazyPart(async () => {
  const loading = import('#reader/features/search-help/query-chips.tsx')
  await showSearchWords()
  return (await loading).QueryChips
})

/** Ways on from a list of one day, month or year. */
export const PeriodSteps = lazyPart(
  async () => (await import('#reader/features/timeline/period-steps.tsx')).PeriodSteps,
)

/** What stands above a list of saved posts. */
export const DeskHead = lazyPart(
  async () => (await import('./late-desk.ts')).loadDeskHead(),
  FailureNotice,
)

/** Loads what shows the conditions of a list, so that its rows come in below them. */
export async function prepareChips(params: URLSearchParams): Promise<void> {
  await Promise.all([
    mayHaveSyntax(params.get('q') ?? '') ? QueryChips.prepare() : undefined,
    params.has('saved') || params.has('ids') ? DeskHead.prepare() : undefined,
    params.has('from') ? PeriodSteps.prepare() : undefined,
  ])
}

interface ActiveChipsProps {
  filter: TimelineFilter
  onChange: (change: FilterChange) => unknown
}

/** Everything that narrows the list, each with a button that removes it: the conditions of the search, then the filter. */
export function ActiveChips({ filter, onChange }: ActiveChipsProps) {
  const { query } = filter
  const isSplit = query !== undefined && mayHaveSyntax(query)
  return (
    <>
      {isSplit ? <QueryChips filter={filter} query={query} onChange={onChange} /> : null}
      <ActiveFilter filter={filter} hasQuery={!isSplit} onChange={onChange} />
    </>
  )
}
