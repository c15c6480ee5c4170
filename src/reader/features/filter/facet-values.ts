import type { FacetChoice } from '#core/facet/facet.ts'
import type { ValueCount } from '#reader/data/filter/facet-counts.ts'
import { listMostFrequent } from './most-frequent.ts'

/** How many values a facet shows before "show all". */
export const collapsedValues = 8
/** Most values that are shown; the search field finds the rest. */
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
  /** The values of the list that is shown, in any order; `undefined` while they are being counted. */
  values:
    | readonly {
        value: string
        count: number
        derived?: true | undefined
        twin?: true | undefined
      }[]
    | undefined
  choice: FacetChoice
  /** Text in the group's search field. */
  query: string
  /** Returns the label of a value, which is what the search matches. */
  label: (value: string) => string
  /** The search's folding, which also unifies accents and Chinese variants; absent until it is loaded. */
  fold?: Fold | undefined
}

/**
 * The rows of a facet: picked values first, as they were picked, then the most frequent ones that match the query. A
 * picked value that no post has stays, with a count of 0. A name that the authors have with the same posts is offered
 * there alone.
 */
export function toFacetRows({ values, choice, query, label, fold }: FacetListInput): FacetRow[] {
  const picked = [...choice.include, ...choice.exclude]
  const known = new Map(
    values?.filter(({ value }) => picked.includes(value)).map((entry) => [entry.value, entry]),
  )
  const matches = toMatcher(query.trim(), fold)
  const others = (values ?? []).filter(
    ({ value, twin }) =>
      twin !== true && !known.has(value) && (matches === undefined || matches(label(value))),
  )
  return [
    ...picked.map((value) =>
      toRow(known.get(value) ?? { value, count: values && 0 }, toState(value, choice)),
    ),
    ...listMostFrequent(others, Math.max(0, shownValues - picked.length)).map((entry) =>
      toRow(entry, 'open'),
    ),
  ]
}

function toRow(
  {
    value,
    count,
    derived,
  }: { value: string; count: number | undefined; derived?: true | undefined },
  state: FacetRow['state'],
): FacetRow {
  return { value, count, state, ...(derived === true ? { isDerived: true } : {}) }
}

/** How many of the values are offered. */
export function countOffered(values: readonly Pick<ValueCount, 'value' | 'twin'>[]): number {
  return values.reduce((sum, { twin }) => sum + (twin === true ? 0 : 1), 0)
}

/** How many values are picked; these come first in every list. */
export function countPicked(choice: FacetChoice | undefined): number {
  return (choice?.include.length ?? 0) + (choice?.exclude.length ?? 0)
}

/** Returns a test of whether a label contains the query under either folding; `undefined` when the query is empty. */
function toMatcher(typed: string, fold?: Fold): ((label: string) => boolean) | undefined {
  if (typed === '') return undefined
  const parts = [foldSimply, ...(fold === undefined ? [] : [fold])]
    .map((own) => ({ own, part: own(typed) }))
    .filter(({ part }) => part !== '')
  return (label) => parts.some(({ own, part }) => own(label).includes(part))
}

/** Whether a choice includes or excludes a value, or leaves it open. */
export function toState(value: string, choice: FacetChoice): FacetRow['state'] {
  if (choice.include.includes(value)) return 'include'
  return choice.exclude.includes(value) ? 'exclude' : 'open'
}
