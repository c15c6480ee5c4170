import { parseBodyPack } from '#contract/body-pack.ts'
import { dataPath, fileHashPattern, type FileHash } from '#contract/file-names.ts'
import { parseOpening } from '#contract/opening-file.ts'
import { parseTimelineShard, type TimelineShard } from '#contract/timeline-shard.ts'
import { toFileProof } from '#reader/data/archive/prove-file.ts'
import { fetchJson } from '#reader/data/files/fetch-file.ts'
import { findKeptRecord } from '#reader/storage/kept/kept-files.ts'
import { listKeptPaths } from '#reader/storage/kept/kept-record.ts'
import { searchScanned } from '#search/scan/search-scanned.ts'
import { ScannedTexts } from '#search/scan/scanned-texts.ts'
import type { AskedQuery } from './asked-query.ts'
import type { FacetPosts } from './facet-posts.ts'
import { selectNamedDays } from './named-days.ts'
import type { FoundBatch, SearchedArchive } from './search-messages.ts'

/** The texts that are kept on this device, folded, to be looked through without the index. */
class KeptTexts {
  readonly #facets: FacetPosts
  readonly #texts: ScannedTexts
  readonly #posts: number

  constructor(facets: FacetPosts, { texts, posts }: ReadKept) {
    this.#facets = facets
    this.#texts = texts
    this.#posts = posts
  }

  /**
   * Yields the hits of a query in them, the newest part of the archive first.
   * @throws DataError when a value or a day that the query names could not be loaded; the signal's reason when it fires.
   */
  async *search({ query, days, signal }: AskedQuery): AsyncGenerator<FoundBatch> {
    const batches = searchScanned(query, {
      texts: this.#texts,
      signal,
      selectionOf: (field, value) => this.#facets.find(field, value, signal),
      daysOf: (wanted) => Promise.resolve(selectNamedDays(days, wanted)),
    })
    for await (const batch of batches) yield { ...batch, lookedThrough: this.#posts }
  }
}

/** Reads and folds what is kept once, however many letters are typed meanwhile, until something else is kept. */
export class KeptReading {
  readonly #archive: SearchedArchive
  readonly #facets: FacetPosts
  #paths = ''
  #reading: Promise<KeptTexts> | undefined

  constructor(archive: SearchedArchive, facets: FacetPosts) {
    this.#archive = archive
    this.#facets = facets
  }

  /**
   * Opens the texts that are kept of the archive's own build; `undefined` where none are.
   * @throws DataError when one of them cannot be read; the next call tries again.
   */
  async open(): Promise<KeptTexts | undefined> {
    const record = await findKeptRecord(this.#archive.base)
    if (record === undefined || record.build !== this.#archive.build) return undefined
    const reading = this.#read([...listKeptPaths(record)])
    try {
      return await reading
    } catch (error) {
      if (this.#reading === reading) this.#reading = undefined
      throw error
    }
  }

  #read(paths: readonly string[]): Promise<KeptTexts> {
    const key = paths.join('\n')
    if (this.#reading === undefined || this.#paths !== key) {
      this.#paths = key
      this.#reading = readKept(this.#archive, paths).then(
        (read) => new KeptTexts(this.#facets, read),
      )
    }
    return this.#reading
  }
}

interface ReadKept {
  texts: ScannedTexts
  posts: number
}

async function readKept(
  { base, rows, opening }: SearchedArchive,
  paths: readonly string[],
): Promise<ReadKept> {
  const texts = new ScannedTexts(rows)
  const titles = new Map<number, string | undefined>()
  const note = (shard: Pick<TimelineShard, 'firstOrdinal' | 'rows'>) => {
    for (const [at, { title }] of shard.rows.entries()) titles.set(shard.firstOrdinal + at, title)
  }
  const options = { base, hash: opening }
  const { newest } = await fetchJson(dataPath('opening', opening), parseOpening, options)
  newest.forEach(note)
  for (const hash of listHashes(paths, 'timeline')) {
    note(await fetchJson(dataPath('timeline', hash), parseTimelineShard, { base, hash }))
  }
  let posts = 0
  for (const hash of listHashes(paths, 'bodies')) {
    const isProven = toFileProof('bodies', hash)
    const options = { base, hash, isProven }
    const pack = await fetchJson(dataPath('bodies', hash), parseBodyPack, options)
    for (const [at, { title, parts }] of pack.bodies.entries()) {
      const ordinal = pack.firstOrdinal + at
      // A post without a row could be found, but not shown.
      if (!titles.has(ordinal)) continue
      texts.add(ordinal, { title: title ?? titles.get(ordinal), parts })
      posts++
    }
  }
  return { texts, posts }
}

function listHashes(paths: readonly string[], kind: 'timeline' | 'bodies'): FileHash[] {
  const start = `data/${kind}/`
  return paths
    .filter((path) => path.startsWith(start))
    .map((path) => path.slice(start.length, -'.json'.length))
    .filter((name): name is FileHash => fileHashPattern.test(name))
}
