import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { joinBytes } from '#core/bytes/join-bytes.ts'
import { SearchFormatError } from '../bytes/search-format-error.ts'
import { mixedText } from '../testing/mixed-text.ts'
import { readRun, smallBlocks } from '../testing/make-index.ts'
import { buildRun, type SearchText } from './build-run.ts'
import { mergeTerms, mergeToRun } from './merge-runs.ts'
import { writeSegment } from './segment-writer.ts'
import { TermIds } from './term-ids.ts'

const posts = fc.array(fc.record({ title: mixedText, body: mixedText }), { maxLength: 12 })

/** Runs of a few posts each. */
function toRuns(texts: readonly SearchText[], rows: number): Uint8Array[] {
  const runs: Uint8Array[] = []
  for (let at = 0; at < texts.length; at += rows) runs.push(buildRun(texts.slice(at, at + rows)))
  return runs
}

function toSegment(runs: readonly Uint8Array[]) {
  const blocks: Uint8Array[] = []
  const writing = writeSegment(
    runs.map((run) => readRun(run)),
    smallBlocks,
  )
  let step = writing.next()
  for (; step.done !== true; step = writing.next()) blocks.push(step.value)
  return { blocks, directory: step.value }
}

describe('merged runs', () => {
  test('equal the run of all posts, however they are split', () => {
    fc.assert(
      fc.property(posts, fc.integer({ min: 1, max: 5 }), (texts, rows) => {
        const runs = toRuns(texts, rows).map((run) => readRun(run))
        expect(joinBytes([...mergeToRun(runs)])).toEqual(buildRun(texts))
      }),
    )
  })

  test('make the same segment in one pass or two', () => {
    fc.assert(
      fc.property(posts, (texts) => {
        const runs = toRuns(texts, 1)
        const half = Math.floor(runs.length / 2)
        const merged = [runs.slice(0, half), runs.slice(half)].map((part) =>
          joinBytes([...mergeToRun(part.map((run) => readRun(run)))]),
        )
        expect(toSegment(merged)).toEqual(toSegment(runs))
      }),
    )
  })

  test('contain every occurrence, titles first', () => {
    const runs = [
      { title: 'Café 台灣', body: 'cafe' },
      { title: '', body: '台湾 台湾' },
    ].map((text) => readRun(buildRun([text])))
    const terms: unknown[] = []
    for (const { term, list } of mergeTerms(runs)) {
      const ordinals = [...list.ordinals.subarray(0, list.length)]
      const counts = [...list.counts.subarray(0, list.length)]
      const titleCounts = [...list.titleCounts.subarray(0, list.length)]
      const spellings = [...list.spellings.subarray(0, list.length)]
      terms.push({ term, ordinals, counts, titleCounts, spellings })
    }
    expect(terms).toEqual([
      { term: 'cafe', ordinals: [0], counts: [2], titleCounts: [1], spellings: [3] },
      { term: '台湾', ordinals: [0, 1], counts: [1, 2], titleCounts: [1, 0], spellings: [2, 1] },
      { term: '台\ufffe', ordinals: [0], counts: [1], titleCounts: [1], spellings: [1] },
      { term: '湾', ordinals: [0, 1], counts: [1, 1], titleCounts: [1, 0], spellings: [2, 1] },
      { term: '湾 台', ordinals: [1], counts: [1], titleCounts: [0], spellings: [1] },
    ])
  })
})

function readAll(bytes: Uint8Array): () => unknown[] {
  return () => [...mergeTerms([readRun(bytes, 7)])]
}

describe('a damaged run', () => {
  const run = buildRun([
    { title: '台灣的春天', body: 'The ferry 渡船 leaves at five. 春天来了。' },
    { title: 'Ferry', body: 'ferry ferry' },
  ])

  test('can be read while intact', () => {
    expect(readAll(run)().length).toBeGreaterThan(10)
  })

  test('is detected at every byte', () => {
    for (let at = 0; at < run.length; at++) {
      for (const bit of [1, 16, 128]) {
        const damaged = run.slice()
        damaged[at] = (damaged[at] ?? 0) ^ bit
        expect(readAll(damaged)).toThrow(SearchFormatError)
      }
    }
  })

  test('is detected when truncated or too long', () => {
    for (let length = 0; length < run.length; length++) {
      expect(readAll(run.slice(0, length))).toThrow(SearchFormatError)
    }
    expect(readAll(joinBytes([run, Uint8Array.of(0)]))).toThrow(SearchFormatError)
  })
})

/** Looks a term up as indexing does: a pair by its units, others as strings. */
function toId(ids: TermIds, term: string): number {
  const isPair = term.length === 2 && term.charCodeAt(0) > 0
  return isPair ? ids.toPairId(term.charCodeAt(0), term.charCodeAt(1)) : ids.toId(term)
}

test('numbers terms by first occurrence and sorts them by their units', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ minLength: 1, maxLength: 3, unit: 'binary' })), (terms) => {
      const ids = new TermIds()
      const different = [...new Set(terms)]
      expect(terms.map((term) => toId(ids, term))).toEqual(
        terms.map((term) => different.indexOf(term)),
      )
      const sorted = Array.from(ids.listSorted(), (id) => ids.toTerm(id))
      expect(sorted).toEqual(different.toSorted())
      expect(ids.count).toBe(different.length)
    }),
  )
  const many = new TermIds()
  for (let at = 0; at < 120_000; at++) many.toPairId((at >>> 8) + 1, at & 255)
  expect(many.toPairId(4, 4)).toBe(3 * 256 + 4)
  expect(many.count).toBe(120_000)
})
