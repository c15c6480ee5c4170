import * as v from 'valibot'
import { buildLocalStore } from './local-store.ts'
import { settingsStore } from './settings-store.ts'

const mostRemembered = 8
const longestRemembered = 200

const searchesShape = v.array(v.unknown())

/** Parses the remembered searches, newest first. Ignores anything but short, readable text. */
export function parseRecentSearches(stored: string | null): readonly string[] {
  try {
    const result = v.safeParse(searchesShape, JSON.parse(stored ?? '[]'))
    const texts = result.success ? result.output.filter((text) => isSearch(text)) : []
    return [...new Set(texts)].slice(0, mostRemembered)
  } catch (error) {
    if (error instanceof SyntaxError) return []
    throw error
  }
}

function isSearch(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    value.trim() === value &&
    value !== '' &&
    value.length <= longestRemembered &&
    // Control and bidi characters would display something other than what is searched for.
    !/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(value)
  )
}

/** The searches made in this browser, newest first. They never leave it. */
export const recentSearches = buildLocalStore<readonly string[]>({
  key: 'broadsheet.searches',
  parse: parseRecentSearches,
  format: (searches) => (searches.length === 0 ? undefined : JSON.stringify(searches)),
})

/** Remembers a search as the newest one if it is short and readable. */
export function rememberSearch(query: string): void {
  const text = query.trim()
  const before = recentSearches.read()
  if (!isSearch(text) || before[0] === text || settingsStore.read().traces === 'none') return
  const others = before.filter((other) => other !== text)
  recentSearches.write([text, ...others].slice(0, mostRemembered))
}

/** Forgets one search, or all of them. */
export function forgetSearches(query?: string): void {
  const kept = query === undefined ? [] : recentSearches.read().filter((other) => other !== query)
  recentSearches.write(kept)
}
