import { once } from 'node:events'
import { Agent, get, type Server } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { patienceMs } from '#testing/patience.ts'
import { makeBoundedServer } from './bounded-server.ts'
import type { ConnectionLimits } from './connection-limits.ts'
import { makeDevReload } from './dev-reload.ts'
import type { Handler } from './site-handler.ts'

const request = 'GET /a HTTP/1.1\r\nHost: localhost\r\n'

async function listen(server: Server): Promise<number> {
  server.listen(0, '0.0.0.0')
  await once(server, 'listening')
  onTestFinished(async () => {
    const closed = once(server, 'close')
    server.close()
    server.closeAllConnections()
    await closed
  })
  return (server.address() as AddressInfo).port
}

/** A server, and a function that tells when it has taken in or refused so many connections. */
async function start(
  limits: ConnectionLimits,
  handler: Handler = (_, response) => response.end('ok'),
) {
  const server = makeBoundedServer(handler, limits)
  let count = 0
  server.on('connection', () => count++)
  const port = await listen(server)
  const open = async (first = '', address = '127.0.0.1'): Promise<Socket> => {
    const before = count
    const socket = connect({ port, host: address, localAddress: address })
    socket.on('error', () => undefined)
    await once(socket, 'connect')
    if (first !== '') socket.write(first)
    await vi.waitUntil(() => count > before, { timeout: patienceMs })
    return socket
  }
  const ask = async (address = '127.0.0.1') =>
    text(await open(`${request}Connection: close\r\n\r\n`, address))
  return { port, open, ask }
}

/** Answers nothing until `release` is called. */
const makeHeld = () => {
  const held: (() => void)[] = []
  const handler: Handler = (_, response) => void held.push(() => response.end('ok'))
  const release = () => {
    for (const answer of held.splice(0)) answer()
  }
  return { held, handler, release }
}

describe('a client that sends its headers slowly', () => {
  test('H2 keeps nobody out, from another address or its own', async () => {
    const { open, ask } = await start({ inAll: 20, perAddress: 10 })
    const slow = await Promise.all(Array.from({ length: 40 }, () => open('GET /a HTTP/1.1\r\nX-')))
    expect(await ask('127.0.0.2')).toMatch(/^HTTP\/1\.1 200/)
    expect(await ask()).toMatch(/^HTTP\/1\.1 200/)
    await vi.waitUntil(() => slow.filter(({ destroyed }) => !destroyed).length <= 10, {
      timeout: patienceMs,
    })
  })

  test('keeps nobody out when it comes from many addresses', async () => {
    const { open, ask } = await start({ inAll: 20, perAddress: 10 })
    for (let at = 0; at < 40; at++) await open('GET /a HTTP/1.1\r\n', `127.0.1.${at + 1}`)
    for (const address of ['127.0.0.1', '127.0.0.2']) {
      expect(await ask(address)).toMatch(/^HTTP\/1\.1 200/)
    }
  })

  test('a browser that holds its idle connections keeps nobody out', async () => {
    const { open, ask } = await start({ inAll: 20, perAddress: 10 })
    for (let at = 0; at < 30; at++) {
      const socket = await open(`${request}\r\n`)
      await once(socket, 'data')
    }
    expect(await ask()).toMatch(/^HTTP\/1\.1 200/)
  })
})

describe('connections that are being answered', () => {
  test('are not closed: one too many from an address gets 503 with a word', async () => {
    const { held, handler, release } = makeHeld()
    const { open, ask } = await start({ inAll: 20, perAddress: 3 }, handler)
    const sockets = []
    for (let at = 0; at < 3; at++) sockets.push(await open(`${request}Connection: close\r\n\r\n`))
    await vi.waitUntil(() => held.length === 3, { timeout: patienceMs })
    const refused = await ask()
    expect(refused).toMatch(/^HTTP\/1\.1 503 .*Retry-After: 1\r\n.*All connections are in use/s)
    const other = ask('127.0.0.2')
    await vi.waitUntil(() => held.length === 4, { timeout: patienceMs })
    release()
    expect(await other).toMatch(/^HTTP\/1\.1 200/)
    for (const socket of sockets) expect(await text(socket)).toMatch(/^HTTP\/1\.1 200/)
    const again = ask()
    await vi.waitUntil(() => held.length === 1, { timeout: patienceMs })
    release()
    expect(await again).toMatch(/^HTTP\/1\.1 200/)
  })

  test('are not closed: one too many in all gets 503 with a word', async () => {
    const { held, handler, release } = makeHeld()
    const { open, ask } = await start({ inAll: 4, perAddress: 3 }, handler)
    for (let at = 0; at < 4; at++) await open(`${request}\r\n`, `127.0.1.${at + 1}`)
    await vi.waitUntil(() => held.length === 4, { timeout: patienceMs })
    expect(await ask()).toMatch(/^HTTP\/1\.1 503/)
    expect(held.length).toBe(4)
    release()
  })

  test('many requests one after another on one connection are one connection', async () => {
    const { open, ask } = await start({ inAll: 4, perAddress: 2 })
    const socket = await open(`${request}\r\n`.repeat(50) + `${request}Connection: close\r\n\r\n`)
    expect((await text(socket)).match(/HTTP\/1\.1 200/g)).toHaveLength(51)
    expect(await ask()).toMatch(/^HTTP\/1\.1 200/)
  })
})

test('closes what is silent, slow, or idle, within bounds', () => {
  const server = makeBoundedServer(() => undefined)
  expect(server.headersTimeout).toBeLessThanOrEqual(10_000)
  expect(server.requestTimeout).toBeLessThanOrEqual(20_000)
  expect(server.keepAliveTimeout).toBeLessThanOrEqual(5_000)
  expect(server.timeout).toBeLessThanOrEqual(30_000)
})

test('H3 12 pages that ask for the newest build, six connections to a host, all hear of it', async () => {
  const reload = makeDevReload('/')
  const { port } = await start(
    { inAll: 256, perAddress: 64 },
    reload.wrap(() => undefined),
  )
  const agent = new Agent({ keepAlive: true, maxSockets: 6 })
  onTestFinished(() => {
    agent.destroy()
  })
  const readBuild = () =>
    new Promise<string>((resolve, reject) => {
      get({ port, host: '127.0.0.1', path: '/assets/dev-reload', agent }, (response) => {
        text(response).then(resolve, reject)
      }).on('error', reject)
    })
  const pages = () => Promise.all(Array.from({ length: 12 }, readBuild))
  const before = await pages()
  reload.reload()
  const after = await pages()
  expect([new Set(before).size, new Set(after).size]).toEqual([1, 1])
  expect(after[0]).not.toBe(before[0])
})
