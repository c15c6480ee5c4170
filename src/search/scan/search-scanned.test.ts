import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toBodyText } from '#core/text/body-text.ts'
import { rangeSelection } from '#core/selection/selection.ts'
import type { SearchBatch } from '../engine/search-source.ts'
import { searchArchive } from '../engine/search-archive.ts'
import { parseQuery } from '../query/parse-query.ts'
import { alphabets, toAskedArchive, toKnownPosts } from '../testing/asked-archives.ts'
import { makeIndex, smallBlocks, smallSegments, toSource } from '../testing/make-index.ts'
import { ScannedTexts } from './scanned-texts.ts'
import { searchScanned, type ScannedSource } from './search-scanned.ts'

async function collect(batches: AsyncGenerator<SearchBatch>) {
  const all = []
  for await (const { ordinals, scores, isLast } of batches)
    all.push({ ordinals: [...ordinals], scores: [...scores], isLast })
  return all
}

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const toParts = (body: string) => [`<p>${escape(body)}</p>`]

describe('a scan gives the hits and scores of the index', () => {
  test.each([
    ['letters, in one segment', alphabets.letters, undefined, undefined],
    ['letters, in many segments', alphabets.letters, smallSegments, smallBlocks],
    ['signs, in one segment', alphabets.signs, undefined, undefined],
    ['signs, in many segments', alphabets.signs, smallSegments, smallBlocks],
  ])('%s', async (_, alphabet, segments, blocks) => {
    await fc.assert(
      fc.asyncProperty(toAskedArchive(alphabet), async ([posts, inputs]) => {
        const known = toKnownPosts(posts)
        const indexed = posts.map(({ title, body }) => ({ title, body: toBodyText(toParts(body)) }))
        const sizes = { ...(segments && { segments }), ...(blocks && { blocks }) }
        const index = toSource(makeIndex(indexed, sizes), known)
        const texts = new ScannedTexts(posts.length, segments)
        for (const [ordinal, { title, body }] of [...posts.entries()].reverse())
          texts.add(ordinal, { title, parts: toParts(body) })
        for (const input of inputs) {
          const query = parseQuery(input)
          const scanned = await collect(searchScanned(query, { texts, ...known }))
          expect([input, scanned]).toEqual([input, await collect(searchArchive(query, index))])
        }
      }),
      { numRuns: 150 },
    )
  })
})

const nothing = {
  selectionOf: () => Promise.reject(new Error('no facets')),
  daysOf: () => Promise.reject(new Error('no days')),
}

/** Texts of posts in HTML; what stands before a bar is the title. */
function makeTexts(...posts: string[]): ScannedTexts {
  const texts = new ScannedTexts(posts.length)
  for (const [ordinal, post] of posts.entries()) {
    const [body = '', title] = post.split(' | ').reverse()
    texts.add(ordinal, { title, parts: [body] })
  }
  return texts
}

async function listHits(input: string, source: Partial<ScannedSource> & { texts: ScannedTexts }) {
  const batches = await collect(searchScanned(parseQuery(input), { ...nothing, ...source }))
  return batches.reverse().flatMap(({ ordinals }) => ordinals)
}

const texts = makeTexts(
  '港口 | <p>The <b>lamps</b> along the quay</p><p>and the sea-wall</p>',
  'Sea wall | <p>臺灣的<ruby>港<rt>gang</rt></ruby>口，iPhone手機</p>',
  '<p>C++ and C, 10,000 times: don’t &amp; do</p>',
  '<p>sea 🌊 wall of Möller</p>',
)

describe('a scan finds', () => {
  test.each([
    ['a word in a title or a text', 'sea', [0, 1, 3]],
    ['the beginning of the last word', 'lam', [0]],
    ['no beginning in quotes', '"lam"', []],
    ['a phrase across a hyphen and an emoji', '"sea wall"', [0, 1, 3]],
    ['no phrase across two blocks without its words between', '"quay sea"', []],
    ['a title alone', 'title:港口', [0]],
    ['both Chinese scripts', '台湾', [1]],
    ['the base of ruby, not its reading', '港口', [0, 1]],
    ['no reading of ruby', 'gang', []],
    ['a word beside characters', '"iphone 手机"', [1]],
    ['a word with its signs', 'c++', [2]],
    ['a number without its comma', '10000', [2]],
    ['a word without its apostrophe', '"dont do"', [2]],
    ['an entity as its sign', '"dont and"', []],
    ['an emoji', '🌊', [3]],
    ['a letter with dots as two', 'moeller', [3]],
    ['what lacks a word', 'sea -moller', [0, 1]],
    ['what lacks a word, without any other', '-sea', [2]],
    ['any of several', 'lamps OR moller', [0, 3]],
    ['what brackets hold', '(quay | 臺灣) -(lamps sea)', [1]],
    ['nothing for an empty query', '', []],
  ])('%s', async (_, input, hits) => {
    expect(await listHits(input, { texts })).toEqual(hits)
  })
})

describe('texts', () => {
  test('are searched as far as they are there, others as empty ones', async () => {
    const some = new ScannedTexts(3)
    some.add(2, { title: 'sea', parts: [] })
    expect(await listHits('sea', { texts: some })).toEqual([2])
    expect(await listHits('-sea', { texts: some })).toEqual([0, 1])
    some.add(0, { title: undefined, parts: ['sea'] })
    expect(await listHits('sea', { texts: some })).toEqual([0, 2])
  })

  test.each([-1, 3, NaN])('of a post that the archive has not are an error: %s', (ordinal) => {
    expect(() => new ScannedTexts(3).add(ordinal, { title: '', parts: [] })).toThrow(RangeError)
  })

  test('of no post give one empty batch', async () => {
    const none = new ScannedTexts(0)
    const batches = await collect(searchScanned(parseQuery('sea'), { ...nothing, texts: none }))
    expect(batches).toEqual([{ ordinals: [], scores: [], isLast: true }])
  })
})

describe('a search pauses', () => {
  const long = new ScannedTexts(9)
  const body = 'harbour '.repeat(200_000)
  for (let ordinal = 0; ordinal < 9; ordinal++) long.add(ordinal, { title: '', parts: [body] })

  test('after every few million units of text', async () => {
    let pauses = 0
    const pause = () => Promise.resolve(void pauses++)
    expect(await listHits('"quay"', { texts: long, pause })).toEqual([])
    expect(pauses).toBe(3)
  })

  test('and lets messages in', async () => {
    let isIn = false
    const search = listHits('"quay"', { texts: long })
    setImmediate(() => (isIn = true))
    await search
    expect(isIn).toBe(true)
  })

  test('and ends when it is no longer wanted', async () => {
    const leaving = new AbortController()
    let pauses = 0
    const pause = () => {
      pauses++
      leaving.abort(new Error('typed on'))
      return Promise.resolve()
    }
    const search = listHits('"harbour quay"', { texts: long, pause, signal: leaving.signal })
    await expect(search).rejects.toThrow('typed on')
    expect(pauses).toBe(1)
  })

  test('and does not begin when it never was', async () => {
    const signal = AbortSignal.abort(new Error('typed on'))
    await expect(listHits('sea', { texts, signal })).rejects.toThrow('typed on')
  })

  test('and asks nothing of posts that other conditions leave out', async () => {
    let pauses = 0
    const hits = await listHits('harbour tag:none', {
      texts: long,
      pause: () => Promise.resolve(void pauses++),
      selectionOf: () => Promise.resolve(rangeSelection(0, 0)),
    })
    expect([hits, pauses]).toEqual([[], 0])
  })
})
