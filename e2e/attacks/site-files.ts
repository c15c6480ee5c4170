import { readdir, readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { parseBodyPack, type ArticleBody, type BodyPack } from '#contract/body-pack.ts'
import { hashDataFile } from '#contract/data-hash.ts'
import { dataPath, type FileHash } from '#contract/file-names.ts'
import { parseManifest } from '#contract/manifest.ts'
import { parseOpening } from '#contract/opening-file.ts'
import { toOpeningFile } from '#contract/opening-writer.ts'
import { toPackBytes } from '#contract/pack-file.ts'
import { parseTimelineShard, type PostSummary } from '#contract/timeline-shard.ts'
import { sha256 } from '#builder/ground/sha256.ts'
import type { SiteAnswer } from './witness.ts'

/** A built site in memory: path below its root, with `/`, to bytes. */
export type SiteFiles = Map<string, Buffer>

/** Reads a built site. */
export async function readSite(folder: string): Promise<SiteFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  const files: SiteFiles = new Map()
  for (const path of paths) {
    files.set(relative(folder, path).replaceAll(sep, '/'), await readFile(path))
  }
  return files
}

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
  '.xml': 'application/xml',
}

/** Serves a site at an origin the way a static host does: a folder's `index.html`, or `404.html`. */
export function serveFiles(files: SiteFiles, origin: string): SiteAnswer {
  return (url) => {
    if (url.origin !== origin) return undefined
    const path = url.pathname.slice(1)
    const found = [path, `${path}/index.html`, `${path}index.html`].find((name) => files.has(name))
    const name = found ?? '404.html'
    const contentType = contentTypes[extname(name)] ?? 'application/octet-stream'
    return { status: found === undefined ? 404 : 200, contentType, body: files.get(name) ?? '' }
  }
}

/** Gives a page that is opened from disk its own file, and no other one. */
export function serveFile(address: string, html: string | Buffer): SiteAnswer {
  const own = new URL(address).pathname
  return ({ protocol, pathname }) =>
    protocol === 'file:' && pathname === own
      ? { status: 200, contentType: 'text/html; charset=utf-8', body: html }
      : undefined
}

/** The same site with the HTML of every page transformed. */
export function mapPages(files: SiteFiles, change: (html: string) => string): SiteFiles {
  const changed: SiteFiles = new Map(files)
  for (const [path, bytes] of files) {
    if (path.endsWith('.html')) changed.set(path, Buffer.from(change(bytes.toString())))
  }
  return changed
}

/** Removes the Content-Security-Policy from a page. */
export function stripPolicy(html: string): string {
  return html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/i, '')
}

/** Removes the reader's own scripts from a page. */
export function stripScripts(html: string): string {
  return html.replace(/<script\b[^>]*\bsrc=[^>]*><\/script>/gi, '')
}

/** A row and its body, as stored in the site. */
export interface SitePost {
  row: PostSummary
  body: ArticleBody
}

/** All posts of a site without directories, by ordinal. */
export function readPosts(files: SiteFiles): SitePost[] {
  const { timeline } = parseManifest(readJson(files, 'manifest.json'))
  return timeline.tail.flatMap((shardHash) => {
    const shard = parseTimelineShard(readJson(files, dataPath('timeline', shardHash)))
    // A pack may begin before the shard.
    const bodies = new Map(
      shard.packs.flatMap(({ pack: hash }) => {
        const pack = parseBodyPack(readJson(files, dataPath('bodies', hash)))
        return pack.bodies.map((body, at) => [pack.firstOrdinal + at, body] as const)
      }),
    )
    return shard.rows.flatMap((row, at) => {
      const body = bodies.get(shard.firstOrdinal + at)
      return body === undefined ? [] : [{ row, body }]
    })
  })
}

/** The same site with other rows and bodies, inserted past every check of the builder. */
export async function replacePosts(
  files: SiteFiles,
  posts: readonly SitePost[],
): Promise<SiteFiles> {
  const changed: SiteFiles = new Map(files)
  const manifest = parseManifest(readJson(files, 'manifest.json'))
  const { rowsPerShard } = manifest.timeline
  const tail: FileHash[] = []
  for (const number of manifest.timeline.tail.keys()) {
    const firstOrdinal = number * rowsPerShard
    const inShard = posts.slice(firstOrdinal, firstOrdinal + rowsPerShard)
    const packs: { firstOrdinal: number; pack: FileHash }[] = []
    for (const pack of toPacks(inShard, firstOrdinal)) {
      const bodies = pack.bodies.map(toJsonBytes)
      const bytes = toPackBytes({ ...pack, bodies })
      const hash = await addFile(changed, 'bodies', bytes)
      packs.push({ firstOrdinal: pack.firstOrdinal, pack: hash })
    }
    const shard = toJsonBytes({ firstOrdinal, rows: inShard.map(({ row }) => row), packs })
    tail.push(await addFile(changed, 'timeline', shard))
  }
  const timeline = { ...manifest.timeline, tail }
  changed.set('manifest.json', Buffer.from(JSON.stringify({ ...manifest, timeline })))
  return changed
}

/**
 * Eight bodies a pack. A body that the reader's parser rejects gets its own pack, so that it takes no other down with
 * it.
 */
function toPacks(posts: readonly SitePost[], firstOrdinal: number): BodyPack[] {
  const packs: BodyPack[] = []
  for (const [at, { body }] of posts.entries()) {
    const last = packs.at(-1)
    const isFull = last === undefined || last.bodies.length === 8 || !isSound(body)
    if (isFull || !last.bodies.every(isSound)) {
      packs.push({ firstOrdinal: firstOrdinal + at, bodies: [body] })
    } else last.bodies.push(body)
  }
  return packs
}

/** Whether the reader's parser takes a body. */
export function isSound(body: ArticleBody): boolean {
  try {
    parseBodyPack({ firstOrdinal: 0, bodies: [body] })
    return true
  } catch {
    return false
  }
}

/** The same site with an opening that has its newest shards. */
export async function replaceNewest(files: SiteFiles): Promise<SiteFiles> {
  const changed: SiteFiles = new Map(files)
  const manifest = parseManifest(readJson(files, 'manifest.json'))
  const shards = manifest.timeline.tail.map((hash) =>
    parseTimelineShard(readJson(files, dataPath('timeline', hash))),
  )
  const known = parseOpening(readJson(files, dataPath('opening', manifest.opening)))
  const newest = known.newest.map(
    (old) => shards.find(({ firstOrdinal }) => firstOrdinal === old.firstOrdinal) ?? old,
  )
  const bytes = toJsonBytes(toOpeningFile({ ...known, newest }))
  const opening = await addFile(changed, 'opening', bytes)
  changed.set('manifest.json', Buffer.from(JSON.stringify({ ...manifest, opening })))
  return changed
}

function readJson(files: SiteFiles, path: string): unknown {
  return JSON.parse(files.get(path)?.toString() ?? 'null')
}

function toJsonBytes(value: unknown): Buffer {
  return Buffer.from(JSON.stringify(value))
}

async function addFile(
  files: SiteFiles,
  kind: 'bodies' | 'timeline' | 'opening',
  bytes: Uint8Array,
): Promise<FileHash> {
  const hash = await hashDataFile(kind, bytes, sha256)
  if (hash === undefined) throw new Error(`not a file of ${kind}`)
  files.set(dataPath(kind, hash), Buffer.from(bytes))
  return hash
}
