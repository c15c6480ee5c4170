import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { joinBytes } from '#core/bytes/join-bytes.ts'
import { frameHeaderBytes, frameKinds, readFrame, sealFrame } from '../bytes/frame.ts'
import type { FrameKind } from '../bytes/frame.ts'
import { SearchFormatError } from '../bytes/search-format-error.ts'
import { parseQuery } from '../query/parse-query.ts'
import { parseRoot } from '../segment/search-root.ts'
import {
  makeIndex,
  readBlock,
  replaceBlock,
  smallBlocks,
  smallSegments,
  toSource,
} from '../testing/make-index.ts'
import type { TestIndex } from '../testing/make-index.ts'
import { searchArchive } from './search-archive.ts'

const posts = [
  { title: '台灣的春天', body: 'The ferry 渡船 leaves at five. 春天来了。的的的的的的的的的' },
  { title: 'Ferry', body: 'ferry ferry, 春天 ferry 的的的' },
  { title: '的', body: '第5代 iPhone 的的的 的的' },
  { title: '', body: '春天来了 the 的的' },
  { title: '春天', body: '渡船 a ferry 的的的 of the' },
  { title: 'the', body: '的的的 the ferry leaves' },
  { title: '春', body: 'the the the 的的春' },
]
const index = makeIndex(posts, { segments: smallSegments, blocks: smallBlocks })
const queries = [
  '的的',
  '的',
  '春天来',
  'ferry',
  '"the ferry leaves"',
  'fe',
  '的的的 -台湾',
  'title:春天',
]

async function search(input: string, own: TestIndex): Promise<number[]> {
  const hits: number[] = []
  for await (const { ordinals } of searchArchive(parseQuery(input), toSource(own))) {
    hits.push(...ordinals)
  }
  return hits
}

/** The hits of a search, or 'noticed' if it reports a damaged index. Any other error fails the test. */
async function searchOrNotice(input: string, own: TestIndex): Promise<number[] | 'noticed'> {
  try {
    return await search(input, own)
  } catch (error) {
    if (error instanceof SearchFormatError) return 'noticed'
    throw error
  }
}

function noticeRoot({ root }: TestIndex): 'noticed' | 'read' {
  try {
    parseRoot(root)
    return 'read'
  } catch (error) {
    if (error instanceof SearchFormatError) return 'noticed'
    throw error
  }
}

async function searchAll(own: TestIndex): Promise<number[][]> {
  return await Promise.all(queries.map((query) => search(query, own)))
}

/** Copy of the index with one file changed. A change with no effect leaves the index intact. */
function changeFile(path: string, change: (bytes: Uint8Array) => Uint8Array): TestIndex {
  const blocks = new Map(index.blocks)
  blocks.set(path, change(index.blocks.get(path) ?? new Uint8Array()))
  return { root: index.root, blocks }
}

const path = fc.constantFrom(...index.blocks.keys())

describe('a damaged index never gives a wrong answer', () => {
  const damages: [string, (bytes: Uint8Array, at: number) => Uint8Array][] = [
    [
      'a bit flipped',
      (bytes, at) => bytes.map((byte, place) => (place === at ? byte ^ (1 << (at % 8)) : byte)),
    ],
    ['truncated', (bytes, at) => bytes.slice(0, at)],
    ['trailing byte', (bytes, at) => Uint8Array.of(...bytes, at & 255)],
    ['overwritten with zeros', (bytes) => new Uint8Array(bytes.length)],
  ]

  test.each(damages)('%s', async (_, damage) => {
    const answers = await searchAll(index)
    await fc.assert(
      fc.asyncProperty(path, fc.nat(), async (path, place) => {
        const damaged = changeFile(path, (bytes) => damage(bytes, place % bytes.length))
        for (const [at, query] of queries.entries()) {
          const found = await searchOrNotice(query, damaged)
          expect([answers[at], 'noticed']).toContainEqual(found)
        }
      }),
    )
  })

  test('a block replaced by another one', async () => {
    const answers = await searchAll(index)
    const paths = [...index.blocks.keys()]
    for (const [at, query] of queries.entries()) {
      for (const path of paths) {
        for (const other of paths) {
          const swapped = changeFile(path, () => index.blocks.get(other) ?? new Uint8Array())
          const found = await searchOrNotice(query, swapped)
          expect([answers[at], 'noticed'], `${query} ${path} ${other}`).toContainEqual(found)
        }
      }
    }
  })

  test('a damaged root', () => {
    for (let at = 0; at < index.root.length; at++) {
      const damaged = index.root.slice()
      damaged[at] = (damaged[at] ?? 0) ^ 4
      expect(() => parseRoot(damaged)).toThrow(SearchFormatError)
      expect(() => parseRoot(index.root.slice(0, at))).toThrow(SearchFormatError)
    }
  })
})

type Edits = readonly (readonly [number, number])[]

const kinds = Object.keys(frameKinds) as FrameKind[]

/** Overwrites some bytes of the payload and seals it again. */
function forge(bytes: Uint8Array, edits: Edits): Uint8Array {
  const { kind, number, payload } = readFrame(bytes, 'forged')
  const forged = payload.slice()
  for (const [place, byte] of edits) forged[place % Math.max(1, forged.length)] = byte
  const name = kinds.find((own) => frameKinds[own] === kind) ?? 'terms'
  return sealFrame({ kind: name, number }, forged)
}

const anyEdits = fc.array(
  fc.tuple(fc.nat(), fc.oneof(fc.nat(255), fc.constantFrom(0, 127, 128, 255))),
  { minLength: 1, maxLength: 6 },
)

test('A4 every search that reads a forged block refuses it, though its checksum is right', async () => {
  const answers = await searchAll(index)
  const asked = await Promise.all(queries.map(listAsked))
  await fc.assert(
    fc.asyncProperty(path, anyEdits, async (path, edits) => {
      const block = readBlock(index, path)
      const forged = forge(block, edits)
      fc.pre(!forged.every((byte, at) => byte === block[at]))
      const own = changeFile(path, (file) => joinBytes([forged, file.subarray(block.length)]))
      for (const [at, query] of queries.entries()) {
        const found = await searchOrNotice(query, own)
        expect(found).toEqual(asked[at]?.includes(path) === true ? 'noticed' : answers[at])
      }
    }),
  )
})

/** The files that a search reads. */
async function listAsked(input: string): Promise<string[]> {
  const source = toSource(index)
  for await (const { isLast } of searchArchive(parseQuery(input), source)) if (isLast) break
  return source.asked
}

describe('an index by a hostile keeper, with valid checksums and proofs', () => {
  test('ends every search with an answer or a SearchFormatError', async () => {
    await fc.assert(
      fc.asyncProperty(path, anyEdits, async (path, edits) => {
        const forged = replaceBlock(index, path, forge(readBlock(index, path), edits))
        for (const query of queries) {
          const found = await searchOrNotice(query, forged)
          expect(found.length).toBeGreaterThanOrEqual(0)
        }
      }),
      { numRuns: 500 },
    )
  })

  test('yields a root or a SearchFormatError', () => {
    fc.assert(
      fc.property(anyEdits, (edits) => {
        const forged = { root: forge(index.root, edits), blocks: index.blocks }
        expect(['noticed', 'read']).toContain(noticeRoot(forged))
      }),
      { numRuns: 500 },
    )
  })
})

test('every block is longer than its header', () => {
  for (const bytes of index.blocks.values()) expect(bytes.length).toBeGreaterThan(frameHeaderBytes)
})
