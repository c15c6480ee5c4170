import type { IncomingMessage } from 'node:http'
import { toAddress } from './connection-limits.ts'
import type { Handler } from './site-handler.ts'

const loopback = ['localhost', '127.0.0.1', '[::1]']

/**
 * Answers only requests that name this machine: by a loopback name, by the address they arrived at, or by one of the
 * given names. Others get 421. Else any page on the web could read the site through a name of its own that it lets
 * point to this machine (DNS rebinding).
 */
export function answerKnownHosts(names: readonly string[], next: Handler): Handler {
  const known = new Set([...loopback, ...names.map(toHostName)])
  return (request, response) => {
    const host = takeHost(request)
    const isHere = host === toHostName(toAddress(request.socket.localAddress))
    if (host !== '' && (isHere || known.has(host))) {
      next(request, response)
      return
    }
    response.writeHead(421, { 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close' })
    response.end(`${refusal}\n`)
  }
}

const refusal =
  'This server does not answer to that name. If it is yours, start the server with --allow-host and the name.'

/** Writes a name or address as the header `Host` has it, without a port. */
function toHostName(name: string): string {
  return (name.includes(':') && !name.startsWith('[') ? `[${name}]` : name).toLowerCase()
}

/**
 * Returns the host that a request names, without its port; `''` when it names none. An address in the request line
 * overrides the header (RFC 9112, section 3.2.2) and is cut to its path.
 */
function takeHost(request: IncomingMessage): string {
  const [line, authority] = /^https?:\/\/([^/?#]*)/i.exec(request.url ?? '') ?? []
  if (line !== undefined)
    request.url = (request.url ?? '').slice(line.length).replace(/^(?!\/)/, '/')
  const host = authority ?? request.headers.host ?? ''
  return /^(?:[^:[\]]+|\[[\da-f:.]+\])(?=(?::\d*)?$)/i.exec(host)?.[0].toLowerCase() ?? ''
}
