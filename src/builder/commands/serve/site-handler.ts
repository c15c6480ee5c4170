import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import compression from 'compression'
import { isCode } from '#builder/ground/disk/disk.ts'
import { cacheRules, toCacheRule } from '#builder/site/hosts/cache-rule.ts'
import { toSecurityHeaders } from '#builder/site/hosts/headers-file.ts'
import { listAllowedMirrors, movePolicy } from '#builder/site/page/content-security-policy.ts'
import { listInlineSources } from '#builder/site/page/inline-source.ts'
import { toContentType } from '#builder/site/hosts/content-type.ts'
import { toSiteTarget } from './site-path.ts'
import { sendFile } from './stored-file.ts'

/** Handles a request. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => void

/** Options of the handler. */
export interface SiteHandlerOptions {
  /** Folder of the built site. */
  folder: string
  /** Path of the site, with a leading and a trailing `/`. */
  base: string
  /** Transforms a page before it is sent; the dev server adds its reload script. */
  changePage?: ((html: string) => string) | undefined
}

type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void

/** Serves a built site below its base path, with media types, compression, cache rules and security headers. */
export function makeSiteHandler(options: SiteHandlerOptions): Handler {
  // It works on plain Node requests; only its types require those of Express.
  const compress = compression() as unknown as Middleware
  return (request, response) => {
    setHeaders(response, toSecurityHeaders({ base: options.base, origin: toOrigin(request) }))
    compress(request, response, () => {
      answer({ request, response, options }).catch(() => {
        response.statusCode = 500
        response.end('The file cannot be read.')
      })
    })
  }
}

interface Exchange {
  request: IncomingMessage
  response: ServerResponse
  options: SiteHandlerOptions
}

async function answer(exchange: Exchange): Promise<void> {
  const { request, response, options } = exchange
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    setHeaders(response, { Allow: 'GET, HEAD' })
    response.statusCode = 405
    response.end()
    return
  }
  const pathname = (request.url ?? '/').replace(/[?#].*$/s, '')
  const target = toSiteTarget(pathname, options.base)
  if (target.kind === 'elsewhere') await answerElsewhere(pathname, exchange)
  else if (target.kind === 'missing') await sendMissing(exchange)
  else if (target.kind === 'page') {
    const html =
      (await readPage(options, target.path)) ?? (await readPage(options, target.fallback))
    if (html === undefined) await sendMissing(exchange)
    else sendPage(exchange, html)
  } else {
    response.setHeader('Cache-Control', toCacheRule(target.path))
    response.setHeader('Content-Type', toContentType(target.path))
    const file = { request, response, folder: options.folder, path: target.path }
    if (!sendFile(file)) await sendMissing(exchange)
  }
}

/** Redirects the root of the host, and the base without its trailing slash, to the site. */
async function answerElsewhere(pathname: string, exchange: Exchange): Promise<void> {
  const { base } = exchange.options
  if (pathname !== '/' && `${pathname}/` !== base) return sendMissing(exchange)
  setHeaders(exchange.response, { Location: base, 'Cache-Control': cacheRules.mutable })
  exchange.response.statusCode = 302
  exchange.response.end()
}

async function sendMissing(exchange: Exchange): Promise<void> {
  const html = await readPage(exchange.options, '404.html')
  exchange.response.statusCode = 404
  if (html === undefined) exchange.response.end('Page not found.')
  else sendPage(exchange, html)
}

function sendPage({ request, response, options }: Exchange, html: string): void {
  const origin = toOrigin(request)
  const here = origin === undefined ? html : movePolicy(html, origin)
  const page = options.changePage === undefined ? here : options.changePage(here)
  const place = { base: options.base, origin, mirrors: listAllowedMirrors(html) }
  // What is part of the page, its own policy decides; the header would else forbid it.
  setHeaders(response, toSecurityHeaders(place, listInlineSources(html)))
  const tag = `"${createHash('sha256').update(page).digest('base64url').slice(0, 22)}"`
  setHeaders(response, { 'Cache-Control': cacheRules.mutable, ETag: tag })
  if (response.statusCode === 200 && request.headers['if-none-match']?.includes(tag) === true) {
    response.statusCode = 304
    response.end()
    return
  }
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  response.end(page)
}

async function readPage(
  { folder }: SiteHandlerOptions,
  path: string | undefined,
): Promise<string | undefined> {
  if (path === undefined || path.split('/').includes('..')) return undefined
  try {
    return await readFile(join(folder, path), 'utf8')
  } catch (error) {
    if (isCode(error, ['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG'])) return undefined
    throw error
  }
}

/**
 * Origin as the browser sees it; `undefined` when the Host header is not a plain host, and then the policy stays
 * wider.
 */
function toOrigin({ headers: { host = '' } }: IncomingMessage): string | undefined {
  return /^(?:[\w.-]+|\[[\da-f:]+\])(?::\d+)?$/i.test(host) ? `http://${host}` : undefined
}

function setHeaders(response: ServerResponse, headers: Record<string, string>): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
}
