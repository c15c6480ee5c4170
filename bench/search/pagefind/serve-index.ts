import { readFile } from 'node:fs/promises'
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import type { TrafficCount } from '../../browser/traffic.ts'

/** Pagefind's files on a server that counts what the index costs. */
export interface IndexServer {
  /** Address of an empty page of the index's language. */
  url: string
  /** Requests for the index since the last `take`, and their bytes on the wire; scripts and texts of results are not among them. */
  take(): TrafficCount
  close(): void
}

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.json': 'application/json',
}

/** Serves an index of Pagefind. Nothing may be kept by the browser: who asks again is counted again. */
export async function serveIndex(folder: string, language: string): Promise<IndexServer> {
  const count: TrafficCount = { requests: 0, bytes: 0 }
  const page = `<!doctype html><html lang="${language}"><title>Pagefind</title></html>`
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    if (isIndexFile(pathname)) countResponse(response, count)
    response.setHeader('Cache-Control', 'no-store')
    response.setHeader('Content-Type', types[extname(pathname)] ?? 'text/html')
    if (pathname === '/') response.end(page)
    else void sendFile(join(folder, normalize(pathname)), response)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, 'localhost', resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `http://localhost:${port}/`,
    take: () => {
      const taken = { ...count }
      Object.assign(count, { requests: 0, bytes: 0 })
      return taken
    },
    close: () => closeServer(server),
  }
}

/** What has to be fetched to know which posts match; all of it is compressed on the disk already. */
function isIndexFile(pathname: string): boolean {
  return /\.(?:pf_meta|pf_index|pf_filter)$|^\/pagefind-entry\.json$/.test(pathname)
}

function countResponse(response: ServerResponse, count: TrafficCount): void {
  const { socket } = response
  const before = socket?.bytesWritten ?? 0
  response.once('finish', () => {
    count.requests++
    count.bytes += (socket?.bytesWritten ?? 0) - before
  })
}

async function sendFile(path: string, response: ServerResponse): Promise<void> {
  try {
    response.end(await readFile(path))
  } catch {
    response.statusCode = 404
    response.end()
  }
}

function closeServer(server: Server): void {
  server.close()
  server.closeAllConnections()
}
