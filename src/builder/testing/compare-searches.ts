import { toBodyText } from '#core/text/body-text.ts'
import { parseBodyPack } from '#contract/body-pack.ts'
import { parseShardDirectory } from '#contract/shard-directory.ts'
import { parseTimelineShard } from '#contract/timeline-shard.ts'
import { searchArchive } from '#search/engine/search-archive.ts'
import type { SearchBatch } from '#search/engine/search-source.ts'
import { parseQuery } from '#search/query/parse-query.ts'
import { ScannedTexts } from '#search/scan/scanned-texts.ts'
import { searchScanned } from '#search/scan/search-scanned.ts'
import { foldPost, matchesQuery } from '#search/testing/search-oracle.ts'
import { toZoneDay } from '#builder/archive/order/zone-time.ts'
import { openSearchSource } from '#builder/commands/built-site/search-source.ts'
import { SiteFiles } from '#builder/commands/built-site/site-files.ts'

interface SitePost {
  title: string
  parts: readonly string[]
  body: string
  /** On the archive's clock. */
  day: string | undefined
  facets: { language: string[] }
}

/** Rows and bodies of all posts by ordinal, read from the site. */
async function readTexts(site: SiteFiles): Promise<SitePost[]> {
  const { timeline, timeZone } = site.manifest
  const { directories, tail } = timeline
  const shards: typeof tail = []
  for (const hash of directories) {
    shards.push(...(await site.json('directories', hash, parseShardDirectory)).shards)
  }
  const texts: SitePost[] = []
  for (const hash of [...shards, ...tail]) {
    const { firstOrdinal, rows, packs } = await site.json('timeline', hash, parseTimelineShard)
    for (const { pack } of packs) {
      const part = await site.json('bodies', pack, parseBodyPack)
      for (const [at, { title, parts }] of part.bodies.entries()) {
        const ordinal = part.firstOrdinal + at
        const row = rows[ordinal - firstOrdinal]
        if (row === undefined) continue
        texts[ordinal] = {
          title: title ?? row.title ?? '',
          parts,
          body: toBodyText(parts),
          day: toZoneDay(row, timeZone),
          facets: { language: row.language === undefined ? [] : [row.language] },
        }
      }
    }
  }
  return texts
}

/** A seeded random number generator: the same numbers in [0, 1) on every run. */
function makeRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** How many queries of each kind are sampled. */
export interface QueryNumbers {
  /** Pieces of 2 to 8 characters of the texts, half of them quoted. */
  pieces: number
  words: number
  /** Several of these, with days and languages, joined by all that joins conditions. */
  joined: number
}

/** Samples queries from the posts. */
function drawQueries(texts: SitePost[], { pieces, words, joined }: QueryNumbers): string[] {
  const random = makeRandom(7)
  const pick = (count: number) => Math.floor(random() * count)
  const plain = drawTexts(texts, pieces + words, { pieces, random })
  const drawCondition = (): string => {
    const { day = '2020-01-01', facets } = texts[pick(texts.length)] ?? { facets: { language: [] } }
    const month = day.slice(0, 7)
    const year = day.slice(0, 4)
    const forms = [
      `date:${pick(2) === 0 ? month : year}`,
      `date:${month}..${day}`,
      `after:${day}`,
      `before:${month}`,
      `lang:${facets.language[0]?.split('-')[0] ?? 'en'}`,
    ]
    // Half of the conditions are texts.
    return random() < 0.5 ? (forms[pick(forms.length)] ?? '') : (plain[pick(plain.length)] ?? '')
  }
  return [
    ...plain,
    ...Array.from({ length: joined }, () => {
      const [a, b, c] = [drawCondition(), drawCondition(), drawCondition()]
      const forms = [
        `${a} OR ${b}`,
        `${a} | ${b} ${c}`,
        `(${a} OR ${b}) -${c}`,
        `${a} -(${b} ${c})`,
        `(${a} ${b}) OR ${c}`,
        `${a} NOT (${b} OR ${c})`,
        `${a} ${b}`,
      ]
      return forms[pick(forms.length)] ?? ''
    }),
  ]
}

/** Samples pieces, then whole words, of the texts. */
function drawTexts(
  texts: SitePost[],
  count: number,
  { pieces, random }: { pieces: number; random: () => number },
): string[] {
  const pick = (most: number) => Math.floor(random() * most)
  const queries: string[] = []
  while (queries.length < count) {
    const { title, body } = texts[pick(texts.length)] ?? { title: '', body: '' }
    const text = random() < 0.1 ? title : body
    const start = pick(text.length)
    if (queries.length >= pieces) {
      const word = /[\p{L}\p{N}]{2,}/u.exec(text.slice(start))?.[0]
      if (word !== undefined) queries.push(word.slice(0, 40))
      continue
    }
    const piece = Array.from(text.slice(start, start + 16))
      .slice(0, 2 + pick(7))
      .join('')
    if (/[\p{L}\p{N}]/u.test(piece)) queries.push(random() < 0.5 ? piece : `"${piece}"`)
  }
  return queries
}

async function listBatches(batches: AsyncGenerator<SearchBatch>): Promise<SearchBatch[]> {
  const all: SearchBatch[] = []
  for await (const batch of batches) all.push(batch)
  return all
}

function foldTexts(posts: readonly SitePost[]): ScannedTexts {
  const texts = new ScannedTexts(posts.length)
  for (const [ordinal, post] of posts.entries()) texts.add(ordinal, post)
  return texts
}

/** The posts that each query finds in a scan of all texts. Post by post, so that each text is read once for all queries and then let go. */
function listSlowly(texts: readonly SitePost[], inputs: readonly string[]): number[][] {
  const queries = inputs.map((input) => parseQuery(input))
  const found: number[][] = inputs.map(() => [])
  for (const [ordinal, text] of texts.entries()) {
    const post = foldPost(text)
    for (const [at, query] of queries.entries()) {
      if (matchesQuery(query, post)) found[at]?.push(ordinal)
    }
  }
  return found
}

/** Results of a query from the index and from a scan of all texts; ordinals, ascending. */
export interface ComparedSearch {
  input: string
  hits: number[]
  expected: number[]
  /** The index's answer, with scores. */
  batches: SearchBatch[]
  /** The answer without an index, asked of some of the queries: each takes long. The index's own for the others. */
  scanned: SearchBatch[]
}

/** Every third query is also asked without an index. */
const scannedPart = 3

/**
 * Queries a built site for pieces and words of its own texts, and for what joins them, the same on every run. Every row of the site must have
 * a body.
 */
export async function* compareSearches(
  out: string,
  numbers: QueryNumbers,
): AsyncGenerator<ComparedSearch> {
  const site = await SiteFiles.open(out)
  const texts = await readTexts(site)
  if (texts.length !== site.manifest.timeline.rows) throw new Error('a row of the site has no body')
  const inputs = drawQueries(texts, numbers)
  const expected = listSlowly(texts, inputs)
  const source = await openSearchSource(site)
  const scannedTexts = foldTexts(texts)
  for (const [at, input] of inputs.entries()) {
    const query = parseQuery(input)
    const batches = await listBatches(searchArchive(query, source))
    const hits = batches.flatMap(({ ordinals }) => [...ordinals]).toSorted((a, b) => a - b)
    const scanned =
      at % scannedPart === 0
        ? await listBatches(searchScanned(query, { ...source, texts: scannedTexts }))
        : batches
    yield { input, hits, expected: expected[at] ?? [], batches, scanned }
  }
}
