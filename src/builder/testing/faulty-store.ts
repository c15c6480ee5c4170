// For tests: stands before a store, disturbs requests as it is told, and does what the test server does not: it checks the MD5 of uploads
// and their conditions as Amazon's does.
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'
import { testBucket } from './s3-server.ts'

/** What happens to a request: an answer that asks for patience, a connection cut before or after the store did it, a wrong byte. */
export type Fault = 'throttle' | 'cutBefore' | 'cutAfter' | 'corrupt'

/** A request as a plan sees it: `PUT news/index.html`. */
export interface StoreRequest {
  method: string
  /** Key of the object; empty when the bucket is listed. */
  key: string
}

/** A disturbed store. */
export interface FaultyStore {
  /** Its address for `--endpoint`. */
  endpoint: string
  /** Address below which readers find the objects, undisturbed. */
  bucketUrl: string
  /** Decides about every request; may take its time. */
  plan: (request: StoreRequest) => Fault | undefined | Promise<Fault | undefined>
  /** Keys of the objects that were put, in order. */
  stored: string[]
}

const keysPerPage = 40

/** Stands before the store at a port until the test ends. */
export async function openFaultyStore(port: number): Promise<FaultyStore> {
  const upstream = `http://127.0.0.1:${port}`
  const server = createServer((incoming, answer) => {
    // What goes wrong here is a cut connection for the client, which is what these tests are about.
    handle({ incoming, answer, upstream, store }).catch(() => incoming.socket.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const store: FaultyStore = {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    bucketUrl: `${upstream}/${testBucket}/`,
    plan: () => undefined,
    stored: [],
  }
  return store
}

interface Exchange {
  incoming: IncomingMessage
  answer: ServerResponse
  upstream: string
  store: FaultyStore
}

async function handle({ incoming, answer, upstream, store }: Exchange): Promise<void> {
  const { method = 'GET', url = '/' } = incoming
  const key = decodeURIComponent(new URL(url, upstream).pathname).slice(testBucket.length + 2)
  const fault = await store.plan({ method, key })
  if (fault === 'cutBefore') return void incoming.socket.destroy()
  const body = await buffer(incoming)
  if (fault === 'throttle') return refuse(answer, 503, 'SlowDown')
  if (fault === 'corrupt') body[0] = (body[0] ?? 0) ^ 1
  const refusal = method === 'PUT' && (await findRefusal(incoming, `${upstream}${url}`, body))
  if (refusal) return refuse(answer, ...refusal)
  const target = url.includes('list-type') ? `${url}&max-keys=${keysPerPage}` : url
  const { headers } = incoming
  const forwarded = request(`${upstream}${target}`, { method, headers, agent: false })
  forwarded.end(body)
  const [response] = (await once(forwarded, 'response')) as [IncomingMessage]
  const bytes = await buffer(response)
  if (method === 'PUT' && response.statusCode === 200) store.stored.push(key)
  if (fault === 'cutAfter') return void incoming.socket.destroy()
  answer.writeHead(response.statusCode ?? 500, response.headers).end(bytes)
}

/** What Amazon's store would say against an upload. */
async function findRefusal(
  { headers }: IncomingMessage,
  url: string,
  body: Buffer,
): Promise<[status: number, code: string] | undefined> {
  const md5 = createHash('md5').update(body).digest('base64')
  if (headers['content-md5'] !== md5) return [400, 'BadDigest']
  const match = headers['if-match']
  if (match === undefined && headers['if-none-match'] === undefined) return undefined
  const there = await fetch(url, { method: 'HEAD' })
  const holds = match === undefined ? there.status === 404 : there.headers.get('etag') === match
  return holds ? undefined : [412, 'PreconditionFailed']
}

function refuse(answer: ServerResponse, status: number, code: string): void {
  answer
    .writeHead(status, { 'Content-Type': 'application/xml' })
    .end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>No.</Message></Error>`)
}
