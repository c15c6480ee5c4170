// In place of `router/browser-history.ts`: a file opened from disk has one path, so views stand behind `#`.
import type { Location } from 'react-router-dom'
import { toLocation, toPath, toSiteUrl } from '#reader/router/location.ts'
import type { RouterHistory } from '#reader/router/browser-history.ts'

/** The history of this tab. Its entries hold `usr`, the state of a location, and `key`. */
export function openBrowserHistory(): RouterHistory {
  const { history } = window
  return {
    read: () => {
      const { usr = null, key = 'default' } = Object(history.state) as {
        usr?: unknown
        key?: unknown
      }
      const path = window.location.hash.replace(/^#\/?/, '/')
      return toLocation(toSiteUrl(path), { state: usr, key: String(key) })
    },
    push: (location) => {
      history.pushState(...toEntry(location))
    },
    replace: (location) => {
      history.replaceState(...toEntry(location))
    },
    go: (steps) => {
      history.go(steps)
    },
    listen: (listener) => {
      window.addEventListener('popstate', listener)
    },
  }
}

function toEntry(location: Location): [unknown, string, string] {
  return [{ usr: location.state, key: location.key }, '', `#${toPath(location)}`]
}
