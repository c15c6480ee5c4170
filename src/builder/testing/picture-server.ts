// For tests: a host of pictures that misbehaves as it is told, and a network in which every name leads to it.
import { once } from 'node:events'
import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import type { Network } from '#builder/ground/fetch/network.ts'
import { makeLocalNetwork } from './local-network.ts'
import { makePicture } from './make-pictures.ts'

/** What the server does with a request, by path; a `Buffer` is answered as a picture. */
export type PictureRoutes = Record<string, RequestListener | Buffer>

/** A running server and how it is reached. */
export interface PictureServer {
  port: number
  network: Network
  /** Host and path of every request, in order. */
  asked: string[]
  /** The requests' headers, in order. */
  headers: IncomingMessage['headers'][]
  /** Names and their addresses; a name that is not here leads to the server, one without addresses does not exist. */
  names: Map<string, string[]>
}

/** Starts a server that goes when the test ends. */
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

/** A route that answers a status. */
export function toStatus(status: number, headers: Record<string, string> = {}): RequestListener {
  return (_, response) => {
    response.writeHead(status, headers).end('no')
  }
}

/** A route that leads elsewhere. */
export function toRedirect(location: string): RequestListener {
  return toStatus(302, { Location: location })
}

/** A route that promises more bytes than it sends, and closes. */
export const cutShort: RequestListener = (_, response) => {
  const bytes = makePicture('png')
  response.writeHead(200, { 'Content-Length': String(bytes.length + 100) })
  response.write(bytes)
  setImmediate(() => response.destroy())
}

/** A route that sends without end; stops when nobody listens. */
export const endless: RequestListener = (_, response) => {
  const chunk = Buffer.alloc(65_536)
  const send = (): void => {
    while (!response.destroyed && response.write(chunk));
  }
  response.on('drain', send)
  response.write(makePicture('png'))
  send()
}

/** A route that begins and never goes on. */
export const stalling: RequestListener = (_, response) => {
  response.write(makePicture('png').subarray(0, 20))
}

/** A route that takes the question and never answers. */
export const silent: RequestListener = () => {}
