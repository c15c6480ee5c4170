import { spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { builtProgram } from '#builder/testing/built-program.ts'
import { findFreePort, untilAnswered } from './local-server.ts'
import { broadsheet } from './site-builds.ts'

/**
 * What a mirror does: it refuses every connection, never answers, begins to answer and never ends, sends other bytes, or is
 * as it should be.
 */
export type MirrorKind = 'refused' | 'silent' | 'endless' | 'lying' | 'good'

/** A request that a mirror got. */
interface MirrorRequest {
  path: string
  headers: IncomingMessage['headers']
}

/** A copy of the site on another port. */
export interface Mirror {
  kind: MirrorKind
  /** Host and port, as readers are told them. */
  host: string
  /** Full address, with a slash at its end. */
  address: string
  asked: MirrorRequest[]
  /** Folder that it serves: that of the site, or of another build of it. */
  folder: string
}

const kinds: readonly MirrorKind[] = ['refused', 'silent', 'endless', 'lying', 'good']

/** A site on a host of its own, which can go away, with five mirrors of which one is as it should be. */
export class MirroredSite {
  readonly folder: string
  readonly address: string
  readonly mirrors: readonly Mirror[]
  readonly #home: string
  readonly #servers: readonly Server[]
  readonly #port: number
  #own: ChildProcess | undefined

  private constructor(home: string, port: number, places: readonly [Mirror, Server | undefined][]) {
    this.#home = home
    this.folder = join(home, 'site')
    this.#port = port
    this.address = `http://127.0.0.1:${port}/`
    this.mirrors = places.map(([mirror]) => mirror)
    this.#servers = places.flatMap(([, server]) => server ?? [])
  }

  /** Builds the examples with their mirrors named, in this order, and serves all. */
  static async open(): Promise<MirroredSite> {
    const home = mkdtempSync(join(tmpdir(), 'broadsheet-mirrored-'))
    const folder = join(home, 'site')
    const places = await Promise.all(kinds.map((kind) => openMirror(kind, folder)))
    const site = new MirroredSite(home, await findFreePort(), places)
    site.build()
    await site.start()
    return site
  }

  /** The same, signed. */
  static async openSigned(): Promise<MirroredSite> {
    const site = await MirroredSite.open()
    run(['keys', join(site.#home, 'keys')])
    site.build(...site.signing)
    return site
  }

  /** What has a build signed. */
  get signing(): string[] {
    return ['--sign', join(this.#home, 'keys', 'daily.key')]
  }

  /** Builds the site anew. */
  build(...more: string[]): void {
    const posts = ['examples/harbour-news', 'examples/tea-notes']
    const place = ['--out', this.folder, '--cache', join(this.#home, 'cache'), '--base', '/']
    const named = this.mirrors.flatMap(({ address }) => ['--mirror', address])
    run(['build', ...posts, ...place, ...named, ...more])
  }

  /** Builds and signs the site with another title, in a copy of its folder. */
  buildCopy(title: string): string {
    const copy = join(this.#home, title)
    cpSync(this.folder, copy, { recursive: true })
    this.build('--out', copy, '--title', title, ...this.signing)
    return copy
  }

  find(kind: MirrorKind): Mirror {
    const mirror = this.mirrors.find((one) => one.kind === kind)
    if (mirror === undefined) throw new Error(`no mirror is ${kind}`)
    return mirror
  }

  /** Names the mirrors in another order; a page reads it with the manifest. */
  reorder(order: readonly MirrorKind[]): void {
    const path = join(this.folder, 'manifest.json')
    const manifest = JSON.parse(readFileSync(path, 'utf8')) as { mirrors: string[] }
    manifest.mirrors = order.map((kind) => this.find(kind).address)
    writeFileSync(path, JSON.stringify(manifest))
  }

  /** Starts the site's own host. */
  async start(): Promise<void> {
    this.#own = broadsheet(['serve', this.folder, '--port', String(this.#port)])
    await untilAnswered(`${this.address}manifest.json`)
  }

  /** Stops the site's own host. */
  async stop(): Promise<void> {
    if (this.#own === undefined) return
    const ended = once(this.#own, 'exit')
    this.#own.kill()
    await ended
    this.#own = undefined
  }

  async close(): Promise<void> {
    await this.stop()
    for (const server of this.#servers) {
      server.closeAllConnections()
      server.close()
    }
    rmSync(this.#home, { recursive: true, force: true })
  }
}

function run(args: string[]): void {
  const argv = [builtProgram, ...args]
  const { status, stderr } = spawnSync(process.execPath, argv)
  if (status !== 0) throw new Error(`${args[0] ?? ''} failed: ${stderr.toString()}`)
}

async function openMirror(kind: MirrorKind, folder: string): Promise<[Mirror, Server | undefined]> {
  const asked: MirrorRequest[] = []
  const mirror: Mirror = { kind, host: '', address: '', asked, folder }
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    asked.push({ path, headers: request.headers })
    answer(kind, join(mirror.folder, path), response)
  })
  const port = kind === 'refused' ? await findFreePort() : await listen(server)
  mirror.host = `127.0.0.1:${port}`
  mirror.address = `http://${mirror.host}/`
  return [mirror, kind === 'refused' ? undefined : server]
}

async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

function answer(kind: MirrorKind, path: string, response: ServerResponse): void {
  if (kind === 'silent') return
  response.setHeader('Access-Control-Allow-Origin', '*')
  const bytes = readFileSync(path)
  if (kind === 'endless') {
    response.write(bytes.subarray(0, 10))
    return
  }
  // One letter of a text, so that it is read without complaint by whoever does not prove it.
  if (kind === 'lying') bytes[bytes.lastIndexOf('e')] = 'a'.charCodeAt(0)
  response.end(bytes)
}
