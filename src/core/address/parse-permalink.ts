import { toDay, toDayOfYear } from '../time/day.ts'
import { toPermalinkPattern } from './permalink.ts'

/** What an old address reveals about its post. */
export interface ParsedPermalink {
  /** `YYYY-MM-DD`; absent when the pattern does not contain the whole day. */
  day?: string
  /** The part made from the post's name: equal to its `toPermalinkTitle` or `toPermalinkSlug`. */
  title: string
}

// Longest first: `:y_day` must not be read as `:y`, nor `:i_day` as `:i`.
const placeholder =
  /:(slugified_categories|output_ext|short_year|categories|i_month|second|minute|i_day|title|y_day|month|year|slug|hour|day)/g

/**
 * Parses an old address with the pattern it was made from. The path may be percent-encoded, may end with `/` or
 * `index.html`, and has no base path. `undefined` when it does not match the pattern.
 */
export function parsePermalink(pattern: string, path: string): ParsedPermalink | undefined {
  const decoded = decodePath(path)
  return decoded === undefined ? undefined : makePermalinkParser(pattern)(decoded)
}

/** Like `parsePermalink`, for many decoded addresses of one pattern. */
export function makePermalinkParser(
  pattern: string,
): (decodedPath: string) => ParsedPermalink | undefined {
  const expression = toExpression(toPermalinkPattern(pattern))
  return (path) => {
    const groups = expression?.exec(path.replace(/(?:\/index\.html?|\/+)$/, ''))?.groups
    const title = groups?.title ?? groups?.slug
    if (!groups || title === undefined) return undefined
    const day = readDay(groups)
    return day === undefined ? { title } : { day, title }
  }
}

/** Decodes an address: without percent-encoding, NFC; `undefined` when its encoding is malformed. */
export function decodePath(path: string): string | undefined {
  try {
    return decodeURIComponent(path).normalize('NFC')
  } catch {
    return undefined
  }
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

/**
 * Returns `undefined` for a pattern that cannot be inverted: it has a repeated placeholder, is too long, or does not
 * contain the name.
 */
function toExpression(pattern: string): RegExp | undefined {
  const names = [...pattern.matchAll(placeholder)].map((match) => toGroupName(match[1] ?? ''))
  // A repeated placeholder would need an expression that can backtrack for very long on a hostile address.
  if (pattern.length > 200 || new Set(names).size !== names.length) return undefined
  if (!names.includes('title') && !names.includes('slug')) return undefined
  const literals = pattern.split(new RegExp(placeholder.source))
  let source = ''
  for (const [at, part] of literals.entries()) {
    source += at % 2 === 0 ? escapeLiteral(part) : toGroup(part)
  }
  // Without categories, Jekyll leaves no empty path segment.
  source = source.replace('/(?<categories>.*?)/', '/(?:(?<categories>.+?)/)?')
  return new RegExp(`^/*${source.replace(/^\/+/, '').replace(/\/+$/, '')}$`, 'u')
}

function toGroup(name: string): string {
  if (name === 'output_ext') return '(?:\\.html?)?'
  return `(?<${toGroupName(name)}>${groupPatterns.get(name) ?? '.*?'})`
}

/** Both forms of categories match the same way, and their text is ignored. */
function toGroupName(name: string): string {
  return name === 'slugified_categories' ? 'categories' : name
}

function escapeLiteral(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
