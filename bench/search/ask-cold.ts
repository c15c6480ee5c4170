import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { get } from 'node:http'
import { join } from 'node:path'
import { dataPath } from '../../src/contract/file-names.ts'
import { emptySelection } from '../../src/core/selection/selection.ts'
import { searchArchive } from '../../src/search/engine/search-archive.ts'
import { parseQuery } from '../../src/search/query/parse-query.ts'
import { parseRoot } from '../../src/search/segment/search-root.ts'
import type { BuiltSite } from './site-rows.ts'

/**
 * Asks the product's engine every query with nothing fetched. Counts what a reader fetches from a
 * served site, the index's root and blocks: bytes of the files, and on the wire with headers.
 */
export async function askCold(
  { folder, manifest: { search } }: BuiltSite,
  siteUrl: string,
  queries: readonly string[],
) {
  if (search === undefined) throw new Error(`${folder} has no search index`)
  const rootPath = dataPath('search', search.root)
  const rootBytes = await readFile(join(folder, rootPath))
  const root = parseRoot(rootBytes)
  const served = new Map<string, number>()
  const answers = []
  for (const query of queries) {
    const fetched = new Map([[rootPath, rootBytes.length]])
    const fetchBlock = async (path: string) => {
      const bytes = await readFile(join(folder, path))
      fetched.set(path, bytes.length)
      return bytes
    }
    const source = { root, sha256, fetchBlock, selectionOf: selectNone, daysOf: selectNone }
    const ordinals: number[] = []
    for await (const batch of searchArchive(parseQuery(query), source)) {
      for (const ordinal of batch.ordinals) ordinals.push(ordinal)
    }
    const answer = { ordinals, requests: fetched.size, fileBytes: 0, bytes: 0 }
    for (const [path, fileBytes] of fetched) {
      const onWire = served.get(path) ?? (await weighServed(new URL(path, siteUrl)))
      served.set(path, onWire)
      answer.fileBytes += fileBytes
      answer.bytes += onWire
    }
    answers.push(answer)
  }
  return answers
}

function sha256(bytes: Uint8Array): Uint8Array {
  return createHash('sha256').update(bytes).digest()
}

/** The queries here name neither values nor days. */
function selectNone() {
  return Promise.resolve(emptySelection)
}

/** Bytes on the wire, headers included, as a browser gets them. */
function weighServed(url: URL): Promise<number> {
  return new Promise((resolve, reject) => {
    // A connection of its own: all that comes through it is this answer.
    const options = { agent: false, headers: { 'Accept-Encoding': 'gzip, deflate, br' } }
    get(url, options, (response) => {
      const { socket } = response
      if (response.statusCode !== 200) reject(new Error(`${url.href}: ${response.statusCode}`))
      response.once('end', () => resolve(socket.bytesRead)).resume()
    }).once('error', reject)
  })
}
