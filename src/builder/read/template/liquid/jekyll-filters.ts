import type { Liquid } from 'liquidjs'
import { englishMonths } from '#core/time/english-names.ts'
import { toPermalinkSlug } from '#core/address/permalink.ts'
import type { AddressSettings } from '../site/site-settings.ts'

/** Adds Jekyll's filters. Dates without a zone are UTC, and `now` is the day of the post: no filter asks a clock. */
export function addJekyllFilters(
  engine: Liquid,
  { url, baseurl }: AddressSettings,
  postDate: string,
): void {
  const toRelative = (path: unknown) => {
    const text = toText(path)
    return /^(?:[a-z]+:)?\/\//i.test(text) ? text : `${baseurl}/${text.replace(/^\//, '')}`
  }
  const toAbsolute = (path: unknown) => {
    const relative = toRelative(path)
    return relative.startsWith('/') && !relative.startsWith('//') ? url + relative : relative
  }
  const toDate = (value: unknown) => {
    const text = toText(value)
    const named = text === 'now' || text === 'today' ? postDate : text
    const zoned = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/.test(named)
      ? `${named.replace(' ', 'T')}Z`
      : named.replace(
          /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}(?::\d{2})?) ?([+-]\d{2}):?(\d{2})$/,
          '$1T$2$3:$4',
        )
    const ms = Date.parse(/[zZ]$|[+-]\d{2}:?\d{2}$|GMT|UTC/.test(zoned) ? zoned : `${zoned} UTC`)
    const date = new Date(Number.isNaN(ms) ? Date.parse(zoned) : ms)
    return Number.isNaN(date.getTime()) ? undefined : date
  }
  const withDate = (write: (date: Date) => string) => (value: unknown) => {
    const date = toDate(value)
    return date === undefined ? toText(value) : write(date)
  }
  const builtIn = engine.filters['date']
  engine.registerFilter('relative_url', toRelative)
  engine.registerFilter('absolute_url', toAbsolute)
  engine.registerFilter('date', function (value: unknown, ...rest: unknown[]) {
    const date = toDate(value)
    if (date === undefined || typeof builtIn !== 'function') return toText(value)
    return Reflect.apply(builtIn, this, [date, ...rest]) as unknown
  })
  engine.registerFilter(
    'date_to_xmlschema',
    withDate((date) => date.toISOString().replace('.000Z', '+00:00')),
  )
  engine.registerFilter(
    'date_to_rfc822',
    withDate((date) => date.toUTCString().replace('GMT', '+0000')),
  )
  engine.registerFilter(
    'date_to_string',
    withDate((date) => toDay(date, 3)),
  )
  engine.registerFilter(
    'date_to_long_string',
    withDate((date) => toDay(date, 20)),
  )
  for (const [name, filter] of Object.entries(textFilters)) engine.registerFilter(name, filter)
}

function toDay(date: Date, letters: number): string {
  const month = englishMonths[date.getUTCMonth()]?.slice(0, letters) ?? ''
  return `${String(date.getUTCDate()).padStart(2, '0')} ${month} ${date.getUTCFullYear()}`
}

const same = (value: unknown) => value

const textFilters: Record<string, (value: unknown) => unknown> = {
  cgi_escape: (value) => encodeURIComponent(toText(value)).replaceAll('%20', '+'),
  uri_escape: (value) => encodeURI(toText(value)),
  xml_escape: (value) =>
    toText(value)
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;'),
  slugify: (value) => toPermalinkSlug(toText(value)),
  number_of_words: (value) => toText(value).split(/\s+/).filter(Boolean).length,
  strip_index: (value) => toText(value).replace(/\/index\.html?$/, '/'),
  to_integer: (value) => Math.trunc(Number(toText(value))) || 0,
  array_to_sentence_string: (value) =>
    toSentence(Array.isArray(value) ? value.map(toText) : [toText(value)]),
  inspect: (value) => JSON.stringify(value) ?? '',
  jsonify: (value) => JSON.stringify(value) ?? '',
  // What these would do, the renderer of Markdown does for the whole body, or a random choice would.
  markdownify: same,
  smartify: same,
  sassify: same,
  scssify: same,
  sample: (value) => (Array.isArray(value) ? value[0] : value),
}

function toSentence(words: string[]): string {
  const last = words.pop() ?? ''
  if (words.length === 0) return last
  return `${words.join(', ')}${words.length > 1 ? ',' : ''} and ${last}`
}

function toText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : value instanceof Date
      ? value.toISOString()
      : ''
}
