import type { IncomingMessage, ServerResponse } from 'node:http'
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
const eventsName = 'assets/dev-reload'

const script = `new EventSource(import.meta.url.replace(/\\.js$/, '')).addEventListener('reload', () => location.reload())\n`

/** Reloads pages below `base` (leading and trailing `/`) through server-sent events. */
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
