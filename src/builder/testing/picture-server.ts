// For tests: an HTTP server that misbehaves on demand, and a network in which every name resolves to it.
import { once } from 'node:events'
import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import type { Network } from '#builder/ground/fetch/network.ts'
import { makeLocalNetwork } from './local-network.ts'
import { makePicture } from './make-pictures.ts'

/** Request handlers by path; a `Buffer` is served as a picture. */
export type PictureRoutes = Record<string, RequestListener | Buffer>

/** A running server and the network that leads to it. */
export interface PictureServer {
  port: number
  network: Network
  /** Host and path of every request received, in order. */
  asked: string[]
  /** Headers of every request, in order. */
  headers: IncomingMessage['headers'][]
  /** IP addresses by name. A name that is not listed resolves to the server; one with an empty list does not exist. */
  names: Map<string, string[]>
}

/** Starts a server; it stops when the test ends. */
export async function openPictureServer(routes: PictureRoutes): Promise<PictureServer> {
  const asked: string[] = []
  const headers: IncomingMessage['headers'][] = []
  const server = createServer((request, response) => {
    asked.push(`${request.headers.host ?? ''}${request.url ?? ''}`)
    headers.push(request.headers)
    const route = routes[request.url ?? '']
    if (typeof route === 'function') return route(request, response)
    response.statusCode = route === undefined ? 404 : 200
    response.setHeader('Content-Type', 'image/png')
    response.end(route ?? 'Not found')
    return undefined
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  const names = new Map<string, string[]>()
  return { asked, headers, names, port, network: makeLocalNetwork(port, names) }
}

/** A route that responds with a status. */
export function toStatus(status: number, headers: Record<string, string> = {}): RequestListener {
  return (_, response) => {
    response.writeHead(status, headers).end('no')
  }
}

/** A route that redirects. */
export function toRedirect(location: string): RequestListener {
  return toStatus(302, { Location: location })
}

/** A route that sends fewer bytes than its Content-Length and closes the connection. */
export const cutShort: RequestListener = (_, response) => {
  const bytes = makePicture('png')
  response.writeHead(200, { 'Content-Length': String(bytes.length + 100) })
  response.write(bytes)
  setImmediate(() => response.destroy())
}

/** A route that sends an endless body, until the client disconnects. */
export const endless: RequestListener = (_, response) => {
  const chunk = Buffer.alloc(65_536)
  const send = (): void => {
    while (!response.destroyed && response.write(chunk));
  }
  response.on('drain', send)
  response.write(makePicture('png'))
  send()
}

/** A route that sends a few bytes and then stalls. */
export const stalling: RequestListener = (_, response) => {
  response.write(makePicture('png').subarray(0, 20))
}

/** A route that never responds. */
export const silent: RequestListener = () => {}
