// For tests: a proxy in front of a store that injects faults. It also does what the test server does not: it checks
// the MD5 of uploads and conditional writes, as Amazon S3 does.
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'
import { testBucket } from './s3-server.ts'

/** A fault: a throttling response, a connection cut before or after the store handled the request, a corrupted byte. */
export type Fault = 'throttle' | 'cutBefore' | 'cutAfter' | 'corrupt'

/** A request, such as `PUT news/index.html`. */
export interface StoreRequest {
  method: string
  /** Key of the object; empty for a listing of the bucket. */
  key: string
}

/** A store behind the proxy. */
export interface FaultyStore {
  /** Address of the proxy, for `--endpoint`. */
  endpoint: string
  /** Public address of the objects; unsigned requests, those of readers, never fail. */
  bucketUrl: string
  /** Decides the fate of every request, possibly after a while. */
  plan: (request: StoreRequest) => Fault | undefined | Promise<Fault | undefined>
  /** Keys of the uploaded objects, in order. */
  stored: string[]
  /** The last request for each object, which the next one waits for. */
  turns: Map<string, Promise<void>>
}

const keysPerPage = 40

/** Starts a proxy for the store at a port; it stops when the test ends. */
export async function openFaultyStore(port: number): Promise<FaultyStore> {
  const upstream = `http://127.0.0.1:${port}`
  const server = createServer((incoming, answer) => {
    // An error in the proxy becomes a cut connection for the client, which is what these tests are about.
    handle({ incoming, answer, upstream, store }).catch(() => incoming.socket.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const store: FaultyStore = {
    endpoint,
    bucketUrl: `${endpoint}/${testBucket}/`,
    plan: () => undefined,
    stored: [],
    turns: new Map(),
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
  const { method = 'GET' } = incoming
  const url = `${upstream}${incoming.url ?? '/'}`
  const key = decodeURIComponent(new URL(url).pathname).slice(testBucket.length + 2)
  // Readers send unsigned requests, which must not fail.
  const isSigned = incoming.headers.authorization !== undefined
  const fault = isSigned ? await store.plan({ method, key }) : undefined
  if (fault === 'cutBefore') return void incoming.socket.destroy()
  const body = await buffer(incoming)
  if (fault === 'throttle') return refuse(answer, 503, 'SlowDown')
  if (fault === 'corrupt') body[0] = (body[0] ?? 0) ^ 1
  const inTurn = await takeTurn(store, key)
  try {
    const refusal = isSigned && method === 'PUT' && (await findRefusal(incoming, url, body))
    if (refusal) return refuse(answer, ...refusal)
    const response = await forward(incoming, url, body)
    if (isSigned && method === 'PUT' && response.status === 200) store.stored.push(key)
    if (fault === 'cutAfter') return void incoming.socket.destroy()
    answer.writeHead(response.status, response.headers).end(response.bytes)
  } finally {
    inTurn.end()
  }
}

/**
 * Unlike real stores, the test server does not replace objects atomically: requests for an object wait for its
 * upload.
 */
async function takeTurn({ turns }: FaultyStore, key: string): Promise<{ end: () => void }> {
  const before = turns.get(key)
  let end: (() => void) | undefined
  const turn = new Promise<void>((resolve) => {
    end = resolve
  })
  turns.set(key, turn)
  await before
  return { end: () => end?.() }
}

async function forward({ method, headers }: IncomingMessage, url: string, body: Buffer) {
  const target = url.includes('list-type') ? `${url}&max-keys=${keysPerPage}` : url
  const forwarded = request(target, { method, headers, agent: false })
  forwarded.end(body)
  const [response] = (await once(forwarded, 'response')) as [IncomingMessage]
  const bytes = await buffer(response)
  return { status: response.statusCode ?? 500, headers: response.headers, bytes }
}

/** Error with which Amazon S3 would refuse an upload. */
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
