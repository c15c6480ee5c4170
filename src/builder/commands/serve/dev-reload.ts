import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Handler } from './site-handler.ts'

/** Tells open pages to load themselves again. */
export interface DevReload {
  /** Answers the two paths of the reload script, and leaves all others to `next`. */
  wrap(next: Handler): Handler
  /** Adds the script to a page. */
  changePage(html: string): string
  /** Reloads all open pages. */
  reload(): void
}

// Below assets/, where the site's policy allows scripts.
const scriptName = 'assets/dev-reload.js'
const eventsName = 'assets/dev-reload'

const script = `new EventSource(import.meta.url.replace(/\\.js$/, '')).addEventListener('reload', () => location.reload())\n`

/** Server-Sent Events for pages below `base` (with `/` at both ends). */
export function makeDevReload(base: string): DevReload {
  const open = new Set<ServerResponse>()
  return {
    wrap: (next) => (request, response) => {
      const path = (request.url ?? '').replace(/\?.*$/s, '')
      if (path === base + scriptName) {
        response.setHeader('Content-Type', 'text/javascript; charset=utf-8')
        response.setHeader('Cache-Control', 'no-cache')
        response.end(script)
      } else if (path === base + eventsName) {
        keepOpen(request, response, open)
      } else {
        next(request, response)
      }
    },
    changePage: (html) =>
      html.replace(
        '</head>',
        () => `<script type="module" src="${base}${scriptName}"></script></head>`,
      ),
    reload: () => {
      for (const response of open) response.write('event: reload\ndata:\n\n')
    },
  }
}

function keepOpen(
  request: IncomingMessage,
  response: ServerResponse,
  open: Set<ServerResponse>,
): void {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' })
  response.write(':\n\n')
  open.add(response)
  request.on('close', () => open.delete(response))
}
