import type { Location } from 'react-router-dom'
import { readShownAddress, toShownAddress } from './address-bar.ts'
import { toLocation, toPath } from './location.ts'

/** The entries that somebody goes back and forward through. */
export interface RouterHistory {
  read: () => Location
  push: (location: Location) => void
  replace: (location: Location) => void
  go: (steps: number) => void
  /** Calls a listener after each step back or forward, also one to an entry that the browser made for a fragment. */
  listen: (listener: () => void) => void
}

/** The history of this tab. Its entries hold `usr`, the state of a location, and `key`. */
export function openBrowserHistory(): RouterHistory {
  const { history } = window
  // The first entry is marked as the router's own: one without a state is new and made by the browser.
  if (history.state === null) history.replaceState({ usr: null, key: 'default' }, '')
  return {
    read: () => {
      const { usr = null, key = 'default' } = Object(history.state) as {
        usr?: unknown
        key?: unknown
      }
      return toLocation(readShownAddress(), { state: usr, key: String(key) })
    },
    push: (location) => {
      try {
        history.pushState(...toEntry(location))
      } catch (error) {
        // Safari allows a hundred entries in half a minute. The page is then loaded anew.
        if (!(error instanceof DOMException)) throw error
        window.location.assign(toShownAddress(toPath(location)))
      }
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
  return [{ usr: location.state, key: location.key }, '', toShownAddress(toPath(location))]
}
