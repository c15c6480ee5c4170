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
  /** Address below which readers find the objects; who signs nothing is not disturbed. */
  bucketUrl: string
  /** Decides about every request; may take its time. */
  plan: (request: StoreRequest) => Fault | undefined | Promise<Fault | undefined>
  /** Keys of the objects that were put, in order. */
  stored: string[]
  /** The last request for each object; the next one waits for it. */
  turns: Map<string, Promise<void>>
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
  // Readers and others who only look sign nothing: they are not disturbed.
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

/** The test server does not replace an object in one go, as stores do: whoever asks for one waits until it is put. */
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
