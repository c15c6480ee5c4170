import type { RouterHistory } from '#reader/router/browser-history.ts'
import type { Location } from 'react-router-dom'
import { toSiteUrl, toLocation } from '#reader/router/location.ts'

interface MemoryHistory extends RouterHistory {
  /** Where its entries lead, the first one first. */
  list: () => string[]
  /** What the browser does when somebody changes the fragment: a new entry without a state. */
  jump: (path: string) => void
}

/** The history of a tab that has opened some paths one after the other, and shows the last one. */
export function makeMemoryHistory(...paths: string[]): MemoryHistory {
  const listeners = new Set<() => void>()
  const entries = paths.map((path, at) => toEntry(path, at === 0 ? 'default' : `key ${at}`))
  let at = entries.length - 1
  const tell = () => {
    for (const listener of listeners) listener()
  }
  const push = (location: Location) => {
    entries.splice(++at, Infinity, location)
  }
  return {
    read: () => entries[at] ?? toEntry('/', 'default'),
    push,
    replace: (location) => {
      entries[at] = location
    },
    go: (steps) => {
      at = Math.min(Math.max(at + steps, 0), entries.length - 1)
      tell()
    },
    listen: (listener) => void listeners.add(listener),
    list: () => entries.map(({ pathname, search, hash }) => pathname + search + hash),
    jump: (path) => {
      push(toEntry(path, 'default'))
      tell()
    },
  }
}

function toEntry(path: string, key: string): Location {
  return toLocation(toSiteUrl(path), { state: null, key })
}
