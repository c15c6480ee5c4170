import { countDayOfYear, toDay, toDayOfYear } from './day.ts'

/** Patterns Jekyll knows by name. */
const namedPatterns = new Map([
  ['date', '/:categories/:year/:month/:day/:title:output_ext'],
  ['pretty', '/:categories/:year/:month/:day/:title/'],
  ['ordinal', '/:categories/:year/:y_day/:title:output_ext'],
  ['none', '/:categories/:title:output_ext'],
])

/** What a permalink is made of. */
export interface PermalinkParts {
  slug: string
  /** Instant (`2020-08-30T21:56:11Z`) or day, in the zone the Jekyll site was built in. */
  date: string
  categories: readonly string[]
}

/** What an old address tells about its post. */
export interface ParsedPermalink {
  /** `YYYY-MM-DD`; absent when the pattern does not hold the whole day. */
  day?: string
  /** Equal to `toPermalinkTitle` of the post's slug. */
  title: string
}

// Longest first: `:y_day` must not be read as `:y`, nor `:i_day` as `:i`.
const placeholder =
  /:(output_ext|short_year|categories|i_month|second|minute|i_day|title|y_day|month|year|slug|hour|day)/g

/** Jekyll's `:title`: everything but letters, digits and `._~!$&'()+,;=@` becomes a hyphen, case is kept. */
export function toPermalinkTitle(slug: string): string {
  return slug.replace(/[^\p{Alphabetic}\p{Nd}._~!$&'()+,;=@]+/gu, '-').replace(/^-|-$/g, '')
}

/** Jekyll's `:slug`: letters and digits only, lower case. */
function toPermalinkSlug(slug: string): string {
  return slug
    .replace(/[^\p{Alphabetic}\p{Nd}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase()
}

/**
 * The path a Jekyll site gave a post, decoded (Chinese stays Chinese), starting with `/` and without the base path.
 * `undefined` when the pattern holds a placeholder that is not known here.
 */
export function toPermalink(pattern: string, parts: PermalinkParts): string | undefined {
  const template = namedPatterns.get(pattern) ?? pattern
  const path = template.replace(placeholder, (_, name: string) => toPlaceholderText(name, parts))
  if (/:[a-z]/i.test(template.replace(placeholder, ''))) return undefined
  const segments = path.split('/').filter((segment) => !/^\.*$/.test(segment))
  const tail = path.endsWith('/') && segments.length > 0 ? '/' : ''
  return `/${segments.join('/')}${tail}`
}

function toPlaceholderText(name: string, { slug, date, categories }: PermalinkParts): string {
  switch (name) {
    case 'year':
      return date.slice(0, 4)
    case 'short_year':
      return date.slice(2, 4)
    case 'month':
      return date.slice(5, 7)
    case 'i_month':
      return String(Number(date.slice(5, 7)))
    case 'day':
      return date.slice(8, 10)
    case 'i_day':
      return String(Number(date.slice(8, 10)))
    case 'y_day':
      return String(countDayOfYear(date.slice(0, 10))).padStart(3, '0')
    case 'hour':
      return date.slice(11, 13) || '00'
    case 'minute':
      return date.slice(14, 16) || '00'
    case 'second':
      return date.slice(17, 19) || '00'
    case 'categories':
      return [...new Set(categories.map((category) => category.toLowerCase()))].join('/')
    case 'slug':
      return toPermalinkSlug(slug)
    case 'output_ext':
      return '.html'
    default:
      return toPermalinkTitle(slug)
  }
}

/**
 * Reads an old address by the pattern it was made with. The path may be percent-encoded, may end with `/` or
 * `index.html`, and carries no base path. `undefined` when it does not fit the pattern.
 */
export function parsePermalink(pattern: string, path: string): ParsedPermalink | undefined {
  const expression = toExpression(namedPatterns.get(pattern) ?? pattern)
  const decoded = decodePath(path)
  if (!expression || decoded === undefined) return undefined
  const groups = expression.exec(decoded.replace(/(?:\/index\.html?|\/+)$/, ''))?.groups
  const title = groups?.title ?? groups?.slug
  if (!groups || title === undefined) return undefined
  const day = readDay(groups)
  return day === undefined ? { title } : { day, title }
}

function readDay(groups: Record<string, string | undefined>): string | undefined {
  const year = Number(groups.year ?? (groups.short_year && `20${groups.short_year}`))
  if (groups.y_day !== undefined) return toDayOfYear(year, Number(groups.y_day))
  const month = Number(groups.month ?? groups.i_month)
  return toDay({ year, month, day: Number(groups.day ?? groups.i_day) })
}

const groupPatterns = new Map([
  ['year', '\\d{4}'],
  ['short_year', '\\d{2}'],
  ['month', '\\d{2}'],
  ['i_month', '\\d{1,2}'],
  ['day', '\\d{2}'],
  ['i_day', '\\d{1,2}'],
  ['y_day', '\\d{3}'],
  ['hour', '\\d{2}'],
  ['minute', '\\d{2}'],
  ['second', '\\d{2}'],
  ['title', '[^/]+?'],
  ['slug', '[^/]+?'],
])

/** `undefined` for a pattern that cannot be turned around: repeated, unknown or no naming placeholder. */
function toExpression(pattern: string): RegExp | undefined {
  const names = [...pattern.matchAll(placeholder)].map((match) => match[1] ?? '')
  // A repeated placeholder would need an expression that can take very long on a hostile address.
  if (pattern.length > 200 || new Set(names).size !== names.length) return undefined
  if (!names.includes('title') && !names.includes('slug')) return undefined
  const literals = pattern.split(new RegExp(placeholder.source))
  let source = ''
  for (const [at, part] of literals.entries()) {
    source += at % 2 === 0 ? escapeLiteral(part) : toGroup(part)
  }
  // Without categories Jekyll leaves no empty segment behind.
  source = source.replace('/(?<categories>.*?)/', '/(?:(?<categories>.+?)/)?')
  return new RegExp(`^/*${source.replace(/^\/+/, '').replace(/\/+$/, '')}$`, 'u')
}

function toGroup(name: string): string {
  if (name === 'output_ext') return '(?:\\.html?)?'
  return `(?<${name}>${groupPatterns.get(name) ?? '.*?'})`
}

function escapeLiteral(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

function decodePath(path: string): string | undefined {
  try {
    return decodeURIComponent(path).normalize('NFC')
  } catch {
    return undefined
  }
}
