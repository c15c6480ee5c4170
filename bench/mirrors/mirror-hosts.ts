import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

/** What a host does with a request for a file. `slow` takes three seconds, `lying` changes one letter. */
export type HostKind = 'good' | 'refused' | 'silent' | 'slow' | 'lying'

/** A host of this machine that changes its kind at any time. */
export interface Host extends Disposable {
  url: string
  kind: HostKind
  /** Folder that it serves. */
  folder: string
}

const types: Readonly<Record<string, string>> = {
  html: 'text/html',
  js: 'text/javascript',
  css: 'text/css',
  json: 'application/json',
  svg: 'image/svg+xml',
}

/** Starts a host on any free port. */
export async function openHost(): Promise<Host> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', host.url).pathname
    void answer(host, path.endsWith('/') ? `${path}index.html` : path, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const host: Host = {
    url: `http://127.0.0.1:${port}/`,
    kind: 'good',
    folder: '',
    [Symbol.dispose]: () => {
      server.closeAllConnections()
      server.close()
    },
  }
  return host
}

async function answer({ kind, folder }: Host, path: string, response: ServerResponse) {
  if (kind === 'silent') return
  if (kind === 'refused') {
    response.destroy()
    return
  }
  if (kind === 'slow') await new Promise((resolve) => setTimeout(resolve, 3_000))
  const bytes = await readFile(join(folder, path)).catch(() => undefined)
  response.statusCode = bytes === undefined ? 404 : 200
  response.setHeader('Access-Control-Allow-Origin', '*')
  response.setHeader(
    'Content-Type',
    types[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
  )
  if (kind === 'lying' && bytes !== undefined) bytes[bytes.lastIndexOf('e')] = 0x61
  response.end(bytes)
}
