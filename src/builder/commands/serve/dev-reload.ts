import { randomUUID } from 'node:crypto'
import type { Handler } from './site-handler.ts'

/** Reloads open pages after a build. */
export interface DevReload {
  /** Handles the two paths of the reload script and passes all others to `next`. */
  wrap(next: Handler): Handler
  /** Adds the script to a page. */
  changePage(html: string): string
  /** Reloads all open pages. */
  reload(): void
}

// In assets/, where the site's content security policy allows scripts.
const scriptName = 'assets/dev-reload.js'
const stateName = 'assets/dev-reload'

// Pages ask, and keep no connection: browsers open six to a host, and the seventh tab would wait for ever. Pages that
// nobody sees do not ask.
const script = `const { pathname, search } = new URL(import.meta.url)
const isOld = async () => {
  const response = await fetch(pathname.replace(/\\.js$/, ''), { cache: 'no-store' })
  return response.ok && '?' + (await response.text()) !== search
}
let timer
const look = async () => {
  clearTimeout(timer)
  if (document.hidden) return
  let waitMs = 500
  try {
    if (await isOld()) return location.reload()
  } catch {
    waitMs = 5000
  }
  clearTimeout(timer)
  timer = setTimeout(look, waitMs)
}
document.addEventListener('visibilitychange', look)
look()
`

/**
 * Reloads pages below `base` (leading and trailing `/`). Each page knows the build it came from and asks whether that
 * is still the newest.
 */
export function makeDevReload(base: string): DevReload {
  let build = randomUUID()
  return {
    wrap: (next) => (request, response) => {
      const path = (request.url ?? '').replace(/\?.*$/s, '')
      if (path === base + scriptName) {
        response.setHeader('Content-Type', 'text/javascript; charset=utf-8')
        response.setHeader('Cache-Control', 'no-cache')
        response.end(script)
      } else if (path === base + stateName) {
        response.setHeader('Content-Type', 'text/plain; charset=utf-8')
        response.setHeader('Cache-Control', 'no-store')
        response.end(build)
      } else {
        next(request, response)
      }
    },
    changePage: (html) =>
      html.replace(
        '</head>',
        () => `<script type="module" src="${base}${scriptName}?${build}"></script></head>`,
      ),
    reload: () => {
      build = randomUUID()
    },
  }
}
