import type { FacetChoice } from '#core/facet/facet.ts'

/** Values a facet shows before "show all". */
export const collapsedValues = 8
/** Values counted and shown at most; the search field finds the rest. */
export const shownValues = 200

/** A value of a facet as its group lists it. */
export interface FacetRow {
  value: string
  /** Posts it would leave; `undefined` while that is being counted. */
  count: number | undefined
  state: 'include' | 'exclude' | 'open'
  /** Only pages say so, no front matter does. */
  isDerived?: boolean
}

/** Makes texts that differ only in how they are written the same. */
export type Fold = (text: string) => string

// Until the folding of the search is there, and for signs, of which it leaves nothing.
const foldSimply: Fold = (text) => text.normalize('NFKC').toLowerCase()

/** What a facet's list is made of. */
export interface FacetListInput {
  /** Values with their overall counts, most frequent first. */
  values: readonly { value: string; count: number }[]
  choice: FacetChoice
  /** What is typed into the group's search field. */
  query: string
  /** How a value is shown, for the search. */
  label: (value: string) => string
  /** The folding of the search, for which accents and Chinese variants are one too; absent until it is loaded. */
  fold?: Fold | undefined
}

/** The values to count: picked ones first, then the most frequent ones that match what is typed. */
export function toListedValues({ values, choice, query, label, fold }: FacetListInput): string[] {
  const picked = new Set([...choice.include, ...choice.exclude])
  const matches = toMatcher(query.trim(), fold)
  const listed = [...picked]
  for (const { value } of values) {
    if (listed.length >= shownValues) break
    if (!picked.has(value) && (matches === undefined || matches(label(value)))) listed.push(value)
  }
  return listed.slice(0, shownValues)
}

/** How many values are picked; they come first in every list. */
export function countPicked({ include, exclude }: FacetChoice): number {
  return include.length + exclude.length
}

/** Whether a label holds what is typed, either way it is folded; `undefined` when nothing is typed. */
function toMatcher(typed: string, fold?: Fold): ((label: string) => boolean) | undefined {
  if (typed === '') return undefined
  const parts = [foldSimply, ...(fold === undefined ? [] : [fold])]
    .map((own) => ({ own, part: own(typed) }))
    .filter(({ part }) => part !== '')
  return (label) => parts.some(({ own, part }) => own(label).includes(part))
}

/** What is known of the values of a list. */
interface ValueFacts {
  /** Posts each would leave; absent while they are counted. */
  counts: ReadonlyMap<string, number> | undefined
  /** Values that only pages give. */
  derived?: ReadonlySet<string>
}

/** Joins listed values with their counts. Values that would leave nothing come last; picked ones stay where they are. */
export function toFacetRows(
  listed: readonly string[],
  choice: FacetChoice,
  { counts, derived }: ValueFacts,
): FacetRow[] {
  const rows = listed.map((value): FacetRow => ({
    value,
    count: counts?.get(value),
    state: toState(value, choice),
    ...(derived?.has(value) === true ? { isDerived: true } : {}),
  }))
  const rank = ({ state, count }: FacetRow) => (state === 'open' ? (count === 0 ? 2 : 1) : 0)
  const byCount = (a: FacetRow, b: FacetRow) =>
    a.state === 'open' && b.state === 'open' ? (b.count ?? 0) - (a.count ?? 0) : 0
  // Sorting is stable: equal values keep the dictionary's order.
  return rows.toSorted((a, b) => rank(a) - rank(b) || byCount(a, b))
}

/** What a choice makes of a value. */
export function toState(value: string, choice: FacetChoice): FacetRow['state'] {
  if (choice.include.includes(value)) return 'include'
  return choice.exclude.includes(value) ? 'exclude' : 'open'
}
