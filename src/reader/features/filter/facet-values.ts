import type { FacetChoice } from '#core/facet/facet.ts'

/** How many values a facet shows before "show all". */
export const collapsedValues = 8
/** Most values that are counted and shown; the search field finds the rest. */
export const shownValues = 200

/** A value of a facet as its group lists it. */
export interface FacetRow {
  value: string
  /** How many posts the value would leave; `undefined` while they are being counted. */
  count: number | undefined
  state: 'include' | 'exclude' | 'open'
  /** The value comes from pages only, never from front matter. */
  isDerived?: boolean
}

/** Normalizes a text, so that spellings that differ only in form compare equal. */
export type Fold = (text: string) => string

// Used until the search's folding is loaded, and for symbols, which that folding removes.
const foldSimply: Fold = (text) => text.normalize('NFKC').toLowerCase()

/** What a facet's list is built from. */
export interface FacetListInput {
  /** Values with their overall counts, most frequent first. */
  values: readonly { value: string; count: number }[]
  choice: FacetChoice
  /** Text in the group's search field. */
  query: string
  /** Returns the label of a value, which is what the search matches. */
  label: (value: string) => string
  /** The search's folding, which also unifies accents and Chinese variants; absent until it is loaded. */
  fold?: Fold | undefined
}

/** The values to count: picked ones first, then the most frequent ones that match the query. */
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

/** How many values are picked; these come first in every list. */
export function countPicked({ include, exclude }: FacetChoice): number {
  return include.length + exclude.length
}

/** Returns a test of whether a label contains the query under either folding; `undefined` when the query is empty. */
function toMatcher(typed: string, fold?: Fold): ((label: string) => boolean) | undefined {
  if (typed === '') return undefined
  const parts = [foldSimply, ...(fold === undefined ? [] : [fold])]
    .map((own) => ({ own, part: own(typed) }))
    .filter(({ part }) => part !== '')
  return (label) => parts.some(({ own, part }) => own(label).includes(part))
}

/** What is known about the values of a list. */
interface ValueFacts {
  /** How many posts each value would leave; absent while they are being counted. */
  counts: ReadonlyMap<string, number> | undefined
  /** Values that come from pages only. */
  derived?: ReadonlySet<string>
}

/** Joins listed values with their counts. Values that would leave nothing come last; picked ones keep their place. */
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
  // The sort is stable: values with equal counts keep the dictionary's order.
  return rows.toSorted((a, b) => rank(a) - rank(b) || byCount(a, b))
}

/** Whether a choice includes or excludes a value, or leaves it open. */
export function toState(value: string, choice: FacetChoice): FacetRow['state'] {
  if (choice.include.includes(value)) return 'include'
  return choice.exclude.includes(value) ? 'exclude' : 'open'
}
