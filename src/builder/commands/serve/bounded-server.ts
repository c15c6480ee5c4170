import { createServer, type Server } from 'node:http'
import type { Socket } from 'node:net'
import { makeConnections, type ConnectionLimits } from './connection-limits.ts'
import type { Handler } from './site-handler.ts'

const usualLimits: ConnectionLimits = { inAll: 256, perAddress: 64 }

// A request of a browser arrives at once, but on a bad line. Node looks every `connectionsCheckingInterval`.
const timeouts = {
  headersTimeout: 10_000,
  requestTimeout: 20_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 1_000,
}
/** A connection on which nothing moves is closed after this time, also in the middle of an answer. */
const silentMs = 30_000
/** Time to read the answer to a connection that was not taken in. */
const refusedMs = 2_000

/** Makes a server that keeps a bounded number of connections (see `makeConnections`); one too many gets 503. */
export function makeBoundedServer(handler: Handler, limits = usualLimits): Server {
  const connections = makeConnections(limits)
  const refused = new WeakSet<Socket>()
  const server = createServer(timeouts, (request, response) => {
    if (refused.has(request.socket)) return
    response.once('close', connections.answer(request.socket))
    handler(request, response)
  })
  server.timeout = silentMs
  // Counts those that read their refusal; further ones are closed without a word.
  server.maxConnections = limits.inAll * 2
  return server.on('connection', (socket: Socket) => {
    if (connections.admit(socket)) return
    refused.add(socket)
    refuse(socket)
  })
}

const refusal = 'All connections are in use. Try again.\n'

function refuse(socket: Socket): void {
  const head = [
    'HTTP/1.1 503 Service Unavailable',
    'Content-Type: text/plain; charset=utf-8',
    `Content-Length: ${refusal.length}`,
    'Retry-After: 1',
    'Connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${refusal}`)
  const timer = setTimeout(() => socket.destroy(), refusedMs)
  socket.once('close', () => {
    clearTimeout(timer)
  })
}
