import type { FacetChoice } from '#core/facet/facet.ts'
import { toState, type FacetRow } from './facet-values.ts'

/**
 * The years with posts and those that are picked, newest first. `years` are those of the calendar; `undefined` while
 * their posts are being counted.
 */
export function toYearRows(
  years: readonly { year: string; count: number }[] | undefined,
  choice: FacetChoice,
): FacetRow[] {
  const counts = new Map(years?.map(({ year, count }) => [year, count]))
  const rows = [...choice.include, ...choice.exclude].map((value) => ({
    value,
    count: years && (counts.get(value) ?? 0),
    state: toState(value, choice),
  }))
  const others = [...counts].flatMap(([value, count]) =>
    count > 0 && toState(value, choice) === 'open'
      ? [{ value, count, state: 'open' as const }]
      : [],
  )
  return [...rows, ...others].sort((a, b) => (a.value < b.value ? 1 : -1))
}
