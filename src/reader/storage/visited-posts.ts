import * as v from 'valibot'
import { parsePostId } from '#core/post/post-id.ts'
import { buildLocalStore } from './local-store.ts'
import { settingsStore } from './settings-store.ts'

const mostRemembered = 3000
const idsShape = v.array(v.string())

/** Parses the remembered ids, oldest visit first. Broken storage yields none. */
export function parseVisited(stored: string | null): ReadonlySet<string> {
  try {
    const result = v.safeParse(idsShape, JSON.parse(stored ?? '[]'))
    return new Set(result.success ? result.output.filter((id) => parsePostId(id)) : [])
  } catch (error) {
    if (error instanceof SyntaxError) return new Set()
    throw error
  }
}

/** Ids of the last articles opened in this browser, at most 3,000. */
export const visitedPosts = buildLocalStore<ReadonlySet<string>>({
  key: 'broadsheet.visited',
  parse: parseVisited,
  format: (ids) => (ids.size === 0 ? undefined : JSON.stringify([...ids])),
})

/** Remembers that an article was opened, where anything may be. */
export function markVisited(id: string): void {
  if (settingsStore.read().traces === 'none') return
  const ids = new Set(visitedPosts.read())
  // Delete first, so that the id moves to the end: the oldest visits are evicted first.
  ids.delete(id)
  ids.add(id)
  visitedPosts.write(new Set([...ids].slice(-mostRemembered)))
}
