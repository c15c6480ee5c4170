import { describe, expect, test } from 'vitest'
import { listSelection, rangeSelection } from '#core/selection/selection.ts'
import { parseQuery } from '../query/parse-query.ts'
import { makeIndex, smallBlocks, smallSegments, toSource } from '../testing/make-index.ts'
import { searchArchive } from './search-archive.ts'
import type { SearchBatch, SearchSource } from './search-source.ts'

async function listBatches(input: string, source: SearchSource): Promise<SearchBatch[]> {
  const batches: SearchBatch[] = []
  for await (const batch of searchArchive(parseQuery(input), source)) batches.push(batch)
  return batches
}

/** Ordinals, best first. */
async function rank(input: string, posts: { title: string; body: string }[]): Promise<number[]> {
  const [batch] = await listBatches(input, toSource(makeIndex(posts)))
  const order = [...(batch?.ordinals ?? [])].map((ordinal, at) => ({
    ordinal,
    score: batch?.scores[at] ?? 0,
  }))
  return order.toSorted((a, b) => b.score - a.score).map(({ ordinal }) => ordinal)
}

const posts = Array.from({ length: 10 }, (_, at) => ({ title: `post ${at}`, body: '春天 ferry' }))
const index = makeIndex(posts, { segments: smallSegments, blocks: smallBlocks })

describe('batches', () => {
  test('come newest first, and only the last has isLast', async () => {
    const batches = await listBatches('ferry', toSource(index))
    expect(batches.map(({ ordinals, isLast }) => [...ordinals, isLast])).toEqual([
      [9, false],
      [0, 1, 2, 3, 4, 5, 6, 7, 8, true],
    ])
    expect(batches.every(({ ordinals, scores }) => ordinals.length === scores.length)).toBe(true)
  })

  test.each([
    ['a query without clauses', ''],
    ['punctuation only', '!!!'],
    ['a word that occurs nowhere', 'nowhere'],
  ])('are empty for %s', async (_, input) => {
    const batches = await listBatches(input, toSource(index))
    expect(batches.flatMap(({ ordinals }) => Array.from(ordinals))).toEqual([])
    expect(batches.at(-1)?.isLast).toBe(true)
  })

  test('an empty archive yields one empty batch', async () => {
    expect(await listBatches('ferry', toSource(makeIndex([])))).toMatchObject([{ isLast: true }])
  })
})

describe('the number of requests', () => {
  test('is zero for a query without clauses', async () => {
    const source = toSource(index)
    await listBatches('""', source)
    expect(source.asked).toEqual([])
  })

  test('is zero for a segment in which no post has the facet', async () => {
    const source = toSource(index, {
      selectionOf: () => Promise.resolve(listSelection(Uint32Array.of(9))),
    })
    const batches = await listBatches('ferry tag:x', source)
    expect(batches.map(({ ordinals }) => Array.from(ordinals))).toEqual([[9], []])
    const [segment] = source.root.segments
    expect(source.asked.filter((path) => path.includes(segment?.id ?? ''))).toEqual([])
  })

  test('is zero for facets alone', async () => {
    const source = toSource(index, { selectionOf: () => Promise.resolve(rangeSelection(2, 4)) })
    const batches = await listBatches('-tag:x', source)
    expect(batches.flatMap(({ ordinals }) => Array.from(ordinals))).toEqual([
      9, 0, 1, 4, 5, 6, 7, 8,
    ])
    expect(source.asked).toEqual([])
  })

  test.each([
    [
      'one for a small segment without the term that is rarest in the large one',
      '春天来了，台湾',
      1,
    ],
    ['two if it lacks the next rarest', '渡船 "来了，台湾"', 2],
    ['one per term if it may contain all', '春天 来了 台湾', 3],
  ])('is %s', async (_, input, expected) => {
    const texts = Array.from({ length: 12 }, (_, at) => ({
      title: '',
      body: `春天来了${at < 6 ? '' : '。'}台湾${at % 4 === 0 ? '渡船' : ''}`,
    }))
    const last = { title: '', body: '春天来了台湾渡船' }
    const source = toSource(
      makeIndex([...texts, last], {
        segments: smallSegments,
        blocks: { ...smallBlocks, blockBytes: 1, inlineBytes: 1000 },
      }),
    )
    await listBatches(input, source)
    const { id } = source.root.segments.at(-1) ?? {}
    expect(source.asked.filter((path) => path.includes(id ?? 'none'))).toHaveLength(expected)
  })

  test.each([
    ['ferry OR 春天', 2],
    ['ferry (post OR 春天)', 3],
    ['ferry OR (ferry 春天)', 2],
    ['ferry -(post OR 春天)', 3],
  ])('is one for each term of %s', async (input, expected) => {
    const blocks = { ...smallBlocks, blockBytes: 1, inlineBytes: 1000 }
    const source = toSource(makeIndex(posts, { blocks }))
    await listBatches(input, source)
    expect(new Set(source.asked).size).toBe(expected)
  })

  test('is one for a character whose terms fill several blocks', async () => {
    const texts = Array.from({ length: 40 }, (_, at) => ({
      title: '',
      body: `春${String.fromCodePoint(0x5000 + at)}`,
    }))
    const source = toSource(makeIndex(texts, { blocks: { ...smallBlocks, inlineBytes: 1000 } }))
    const [alone] = await listBatches('春', source)
    expect(alone?.ordinals).toHaveLength(40)
    expect(source.asked).toHaveLength(1)
  })
})

describe('a search ends', () => {
  test('before it begins if already aborted', async () => {
    const source = toSource(index, { signal: AbortSignal.abort(new Error('gone')) })
    await expect(listBatches('ferry', source)).rejects.toThrow('gone')
    expect(source.asked).toEqual([])
  })

  test("with its signal's reason, which also aborts the fetches", async () => {
    const abort = new AbortController()
    const reasons: unknown[] = []
    const fetchBlock: SearchSource['fetchBlock'] = (_, { signal }) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => {
          reasons.push(signal.reason)
          reject(signal.reason as Error)
        })
      })
    const search = listBatches('ferry', toSource(index, { fetchBlock, signal: abort.signal }))
    await Promise.resolve()
    const reason = new Error('next key')
    abort.abort(reason)
    await expect(search).rejects.toBe(reason)
    expect(reasons.every((own) => own === reason)).toBe(true)
  })

  test('its pending fetches when the caller stops iterating', async () => {
    const open = new Set<string>()
    const source = toSource(index)
    const { fetchBlock } = source
    source.fetchBlock = async (path, request) => {
      // The older segment never answers.
      if (!path.includes(source.root.segments[0]?.id ?? '')) return await fetchBlock(path, request)
      open.add(path)
      return await new Promise((_resolve, reject) => {
        request.signal.addEventListener('abort', () => {
          open.delete(path)
          reject(new Error('given up'))
        })
      })
    }
    for await (const { ordinals } of searchArchive(parseQuery('ferry'), source)) {
      expect([...ordinals]).toEqual([9])
      expect(open.size).toBeGreaterThan(0)
      break
    }
    expect(open.size).toBe(0)
  })

  test('with the error of a failed fetch', async () => {
    const source = toSource({ root: index.root, blocks: new Map() })
    await expect(listBatches('ferry', source)).rejects.toThrow('no file')
  })
})

describe('the best hit', () => {
  test.each([
    [
      'has the word in the title',
      'ferry',
      ['a ferry', 'ferry'],
      ['other', 'ferry ferry ferry'],
      [0, 1],
    ],
    ['contains the word more often', 'ferry', ['a', 'ferry'], ['b', 'ferry and ferry'], [1, 0]],
    ['spells it as typed', 'ferry', ['Ferry', 'Ferry Ferry'], ['b', 'ferry'], [1, 0]],
    ['spells it as typed, including capitals', 'Ferry', ['ferry', 'ferry'], ['b', 'Ferry'], [1, 0]],
    ['is traditional if the query is', '台灣', ['台湾', '台湾'], ['b', '台灣'], [1, 0]],
    ['is simplified if the query is', '台湾', ['台灣', '台灣'], ['b', '台湾'], [1, 0]],
    ['contains the phrase more often', '"a b"', ['x', 'b a a b a a'], ['y', 'a b a b'], [1, 0]],
  ])('%s', async (_, input, first, second, expected) => {
    const [a = '', b = ''] = first
    const [c = '', d = ''] = second
    const texts = [
      { title: a, body: b },
      { title: c, body: d },
    ]
    expect(await rank(input, texts)).toEqual(expected)
  })

  test('contains the rare word more often', async () => {
    const common = Array.from({ length: 8 }, () => ({ title: '', body: 'the' }))
    const texts = [
      ...common,
      { title: '', body: 'the the the ferry' },
      { title: '', body: 'the ferry ferry ferry' },
    ]
    expect(await rank('the ferry', texts)).toEqual([9, 8])
  })
})
