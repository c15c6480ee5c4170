import { countDayOfYear, toDayStartMs, toWeekday } from '../time/day.ts'
import { englishMonths, englishWeekdays } from '../time/english-names.ts'

/** Patterns Jekyll knows by name. */
const namedPatterns = new Map([
  ['date', '/:categories/:year/:month/:day/:title:output_ext'],
  ['pretty', '/:categories/:year/:month/:day/:title/'],
  ['ordinal', '/:categories/:year/:y_day/:title:output_ext'],
  ['none', '/:categories/:title:output_ext'],
  ['weekdate', '/:categories/:year/W:week/:short_day/:title:output_ext'],
])

/** The inputs of a permalink. */
export interface PermalinkParts {
  /** File name without date and extension, or the front matter's `slug`; may be empty. */
  slug: string
  /** The whole name of the file, for `:name` and `:path`. */
  fileName?: string
  /** Day or local time (`2020-08-30T21:56:11`) in the zone the Jekyll site was built in. */
  date: string
  categories: readonly string[]
}

/** Resolves the `permalink` setting of `_config.yml`: one of Jekyll's patterns by its name, or the setting itself. */
export function toPermalinkPattern(setting: string): string {
  return namedPatterns.get(setting) ?? setting
}

/** Jekyll's `:title`: everything but letters, marks, digits and `._~!$&'()+,;=@` becomes a hyphen; case is kept. */
export function toPermalinkTitle(slug: string): string {
  return slug.replace(/[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu, '-').replace(/^-|-$/g, '')
}

/** Jekyll's `:slug`: letters, marks and digits only, lower case. */
export function toPermalinkSlug(slug: string): string {
  return slug
    .replace(/[^\p{M}\p{L}\p{Nd}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase()
}

/**
 * Returns the path a Jekyll site (4.3.1) gave a post: decoded (Chinese stays Chinese), starting with `/` and without
 * the base path. `undefined` when the pattern has a placeholder that Jekyll does not know.
 */
export function toPermalink(pattern: string, parts: PermalinkParts): string | undefined {
  let isKnown = true
  const path = toPermalinkPattern(pattern).replace(/:([a-z_]+)/g, (_, name: string) => {
    const text = toPlaceholderText(name, parts)
    if (text !== undefined) return text
    // `:month_:day`: the underscore belongs to the pattern, not to the name.
    const shorter = name.endsWith('_') ? toPlaceholderText(name.slice(0, -1), parts) : undefined
    isKnown &&= shorter !== undefined
    return `${shorter}_`
  })
  return isKnown ? tidyPath(path) : undefined
}

/** As in Jekyll: dots are removed wherever they could lead to a parent folder, even in the middle of a title. */
function tidyPath(path: string): string {
  return `/${path}`.replaceAll('..', '/').replaceAll('./', '').replace(/\/+/g, '/')
}

type Placeholder = (parts: PermalinkParts) => string

const placeholders = new Map<string, Placeholder>([
  ['year', ({ date }) => date.slice(0, 4)],
  ['short_year', ({ date }) => date.slice(2, 4)],
  ['month', ({ date }) => date.slice(5, 7)],
  ['i_month', ({ date }) => String(Number(date.slice(5, 7)))],
  ['short_month', ({ date }) => toMonth(date).slice(0, 3)],
  ['long_month', ({ date }) => toMonth(date)],
  ['day', ({ date }) => date.slice(8, 10)],
  ['i_day', ({ date }) => String(Number(date.slice(8, 10)))],
  ['y_day', ({ date }) => String(countDayOfYear(date.slice(0, 10))).padStart(3, '0')],
  ['w_year', ({ date }) => toIsoWeek(date).year],
  ['week', ({ date }) => toIsoWeek(date).week],
  ['w_day', ({ date }) => String(toWeekday(date.slice(0, 10)) || 7)],
  ['short_day', ({ date }) => toWeekdayName(date).slice(0, 3)],
  ['long_day', ({ date }) => toWeekdayName(date)],
  ['hour', ({ date }) => date.slice(11, 13) || '00'],
  ['minute', ({ date }) => date.slice(14, 16) || '00'],
  ['second', ({ date }) => date.slice(17, 19) || '00'],
  ['categories', ({ categories }) => joinUnique(categories.map((name) => name.toLowerCase()))],
  ['slugified_categories', ({ categories }) => joinUnique(categories.map(toPermalinkSlug))],
  ['title', ({ slug }) => toPermalinkTitle(slug)],
  ['slug', ({ slug }) => toPermalinkSlug(slug)],
  ['collection', () => 'posts'],
  ['name', ({ fileName = '' }) => toPermalinkSlug(fileName.replace(/\.[^.]*$/, ''))],
  ['path', ({ fileName = '' }) => fileName.replace(/\.[^.]*$/, '').replace(/\.+$/, '')],
  ['output_ext', () => '.html'],
])

function toPlaceholderText(name: string, parts: PermalinkParts): string | undefined {
  return placeholders.get(name)?.(parts)
}

function joinUnique(names: string[]): string {
  return [...new Set(names)].join('/')
}

function toMonth(date: string): string {
  return englishMonths[Number(date.slice(5, 7)) - 1] ?? ''
}

function toWeekdayName(date: string): string {
  return englishWeekdays[toWeekday(date.slice(0, 10))] ?? ''
}

/** ISO 8601 week and its year: a week belongs to the year of its Thursday. */
function toIsoWeek(date: string): { year: string; week: string } {
  const day = date.slice(0, 10)
  const dayMs = 86_400_000
  const thursday = new Date(toDayStartMs(day) + (4 - (toWeekday(day) || 7)) * dayMs)
  const text = thursday.toISOString().slice(0, 10)
  const week = Math.ceil(countDayOfYear(text) / 7)
  return { year: text.slice(0, 4), week: String(week).padStart(2, '0') }
}
