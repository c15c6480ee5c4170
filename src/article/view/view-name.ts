import {
  choiceNames,
  namesDays,
  type ChoiceName,
  type TimelineFilter,
} from '#core/selection/timeline-filter.ts'
import { toYearText } from '../date-words.ts'
import type { Words } from '../words.ts'
import { toClockName } from './clock-name.ts'
import { toValueText } from './value-text.ts'
import { toRangeText } from './period-text.ts'

/** Longest query or value in a name, in characters: an address may hold anything. */
const longestPart = 60
/** Values of one facet that a name lists before it only counts them. */
const mostValues = 3

/**
 * Names what a filter shows: `白纸 · tag Matters · 2022`. `undefined` for the open timeline, which is the archive
 * itself. Needs only the words of rows, no data, so that a page can say what it is before anything has loaded.
 */
export function toViewName(
  filter: TimelineFilter,
  words: Words,
  locale: string,
): string | undefined {
  const { choices, query, sort, versions } = filter
  const toParts = (name: ChoiceName): string[] => {
    const { include = [], exclude = [] } = choices.get(name) ?? {}
    const write = (value: string) => toNamedValue(name, value, { words, locale })
    const any = joinValues(include.map(write), words)
    const not = exclude.map((value) =>
      words('view.not', { part: toLabel(name, write(value), words) }),
    )
    return any === undefined ? not : [toLabel(name, any, words), ...not]
  }
  const range = toRangeText(filter, words, locale)
  const parts = [
    ...(query === undefined ? [] : [clip(query)]),
    ...choiceNames.flatMap(toParts),
    ...(range === undefined ? [] : [range]),
    ...toClockParts(filter, words),
    ...(versions === 'all' ? [words('view.versions')] : []),
    ...(sort === 'newest' ? [] : [words(`view.sort.${sort}`)]),
  ]
  return parts.length === 0 ? undefined : parts.join(' · ')
}

/** Days of another clock than the archive's are named with it. */
function toClockParts(filter: TimelineFilter, words: Words): string[] {
  const { clock } = filter
  if (clock === undefined || !namesDays(filter)) return []
  return [toClockName(clock, words)]
}

interface Language {
  words: Words
  locale: string
}

/** Says which facet a value belongs to, where the value alone does not. */
function toLabel(name: ChoiceName, value: string, words: Words): string {
  return ['kind', 'mark', 'saved', 'ids', 'year'].includes(name)
    ? value
    : words(`view.facet.${name}`, { value })
}

function toNamedValue(name: ChoiceName, written: string, language: Language): string {
  // The title of a list stands at the end of its value.
  const value = name === 'ids' ? written : clip(written)
  if (name === 'year') return /^\d{4}$/.test(value) ? toYearText(value, language.locale) : value
  // A list has its name from the reader, who may have given it any.
  return clip(toValueText(name, value, language))
}

/** Joins the values of one facet, any of which a post may have. */
function joinValues(values: readonly string[], words: Words): string | undefined {
  const [first, ...others] = values
  if (first === undefined || others.length === 0) return first
  if (values.length > mostValues) {
    return words('view.orMore', { first, number: others.length })
  }
  return others.reduce((before, next) => words('view.or', { first: before, next }), first)
}

function clip(text: string): string {
  const characters = Array.from(text.replaceAll(/\s+/g, ' '))
  return characters.length <= longestPart
    ? characters.join('')
    : `${characters.slice(0, longestPart - 1).join('')}…`
}
