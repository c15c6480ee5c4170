import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { dataPath } from '#contract/file-names.ts'
import { emptySelection } from '#core/selection.ts'
import { searchArchive } from '#search/engine/search-archive.ts'
import { parseQuery } from '#search/query/parse-query.ts'
import { parseRoot } from '#search/segment/search-root.ts'
import { ServedBytes } from './served-bytes.ts'
import type { SiteRows } from './site-rows.ts'

/** What a query found and what a reader who has nothing fetched yet pays for it. */
export interface ColdAnswer {
  ordinals: number[]
  /** The index's root and blocks. */
  requests: number
  /** Of these files. */
  bytes: number
  /** The same on the wire, headers included. */
  servedBytes: number
}

/** A built site, also served by the program's own server. */
interface ColdTask {
  folder: string
  siteUrl: string
  rows: SiteRows
  queries: readonly string[]
}

/** Asks the product's engine every query with nothing fetched, and counts what it fetches. */
export async function askCold({ folder, siteUrl, rows, queries }: ColdTask): Promise<ColdAnswer[]> {
  const { search } = rows.manifest
  if (search === undefined) throw new Error(`${folder} has no search index`)
  const rootPath = dataPath('search', search.root)
  const root = parseRoot(await readFile(join(folder, rootPath)))
  const served = new ServedBytes(siteUrl)
  const answers: ColdAnswer[] = []
  for (const query of queries) {
    const fetched = new Map<string, Uint8Array>([
      [rootPath, await readFile(join(folder, rootPath))],
    ])
    const ordinals: number[] = []
    const batches = searchArchive(parseQuery(query), {
      root,
      fetchBlock: async (path) => {
        const bytes = fetched.get(path) ?? (await readFile(join(folder, path)))
        fetched.set(path, bytes)
        return bytes
      },
      selectionOf: () => Promise.resolve(emptySelection),
    })
    for await (const batch of batches) {
      for (const ordinal of batch.ordinals) ordinals.push(ordinal)
    }
    answers.push({ ordinals, ...(await weigh(fetched, served)) })
  }
  return answers
}

async function weigh(
  fetched: ReadonlyMap<string, Uint8Array>,
  served: ServedBytes,
): Promise<Omit<ColdAnswer, 'ordinals'>> {
  const cost = { requests: fetched.size, bytes: 0, servedBytes: 0 }
  for (const [path, bytes] of fetched) {
    cost.bytes += bytes.length
    cost.servedBytes += await served.of(path)
  }
  return cost
}
