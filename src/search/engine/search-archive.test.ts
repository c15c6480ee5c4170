import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { facetNames, type FacetName } from '#core/facet/facet.ts'
import { toDateRange } from '#core/selection/calendar.ts'
import { listSelection, rangeSelection } from '#core/selection/selection.ts'
import { toFacetMatcher } from '../query/facet-matcher.ts'
import { parseQuery } from '../query/parse-query.ts'
import { makeIndex, smallBlocks, smallSegments, toSource } from '../testing/make-index.ts'
import { foldPost, matchesQuery, type SearchedPost } from '../testing/search-oracle.ts'
import { searchArchive } from './search-archive.ts'
import type { SearchSource } from './search-source.ts'

/** All hits of a query, ascending. */
async function search(input: string, source: SearchSource): Promise<number[]> {
  const hits: number[][] = []
  for await (const { ordinals } of searchArchive(parseQuery(input), source)) {
    hits.unshift([...ordinals])
  }
  return hits.flat()
}

function searchSlowly(input: string, posts: readonly SearchedPost[]): number[] {
  const query = parseQuery(input)
  return posts.flatMap((post, at) => (matchesQuery(query, foldPost(post)) ? [at] : []))
}

/** Resolves clauses about facets and days from the posts themselves, as the reader does. */
function toFacetSource(
  posts: readonly SearchedPost[],
): Pick<SearchSource, 'selectionOf' | 'daysOf'> {
  const select = async (has: (post: SearchedPost) => boolean) => {
    const ordinals = posts.flatMap((post, at) => (has(post) ? [at] : []))
    return await Promise.resolve(listSelection(Uint32Array.from(ordinals)))
  }
  const days = posts.map(({ day }, at) => ({
    ...(day === undefined ? {} : { day }),
    start: at,
    end: at + 1,
  }))
  return {
    selectionOf: async (field, value) => {
      const { facet, matches } = toFacetMatcher(field, value)
      return await select((post) => (post.facets?.[facet] ?? []).some(matches))
    },
    daysOf: async (range) => {
      const { start, end } = toDateRange({ timeZone: 'UTC', days }, range)
      return await Promise.resolve(rangeSelection(start, end))
    },
  }
}

// Few letters, so that phrases often match: one of each script that search handles, and some that fold to each other.
const letters = '台 臺 灣 湾 的 的 か ガ ｶﾞ 한 ท ， 🎉 a b B é e ß 1 Ａ 𠮷 ж'
  .split(' ')
  .concat(' ', ' ', '\n')
const letter = fc.constantFrom(...letters)
const text = fc.array(letter, { maxLength: 30 }).map((letters) => letters.join(''))
const longWord = fc
  .integer({ min: 30, max: 70 })
  .map((length) => 'ab'.repeat(length).slice(0, length))
const days = ['2021-12-31', '2022-01-01', '2022-11-24', '2022-11-30', '2023-02-01']
const facetValue = fc.constantFrom('Wien', 'wien', '台灣', '台湾', '🎉')
const site = fc.constantFrom('a.example', 'b.a.example', 'ba.example', 'example')
const language = fc.constantFrom('zh', 'zh-Hans', 'zh-Hant', 'en', 'en-GB')
const toValue = (name: FacetName) =>
  name === 'source' ? site : name === 'language' ? language : facetValue
const facets = fc.record(
  Object.fromEntries(facetNames.map((name) => [name, fc.array(toValue(name), { maxLength: 2 })])),
  { requiredKeys: [] },
)
const post: fc.Arbitrary<SearchedPost> = fc.record({
  title: text,
  body: fc.oneof({ weight: 6, arbitrary: text }, { weight: 1, arbitrary: longWord }),
  facets,
})

/** Posts by day, those without one first, as in an archive. */
const archive: fc.Arbitrary<SearchedPost[]> = fc
  .array(fc.tuple(post, fc.option(fc.constantFrom(...days), { nil: undefined })), {
    minLength: 1,
    maxLength: 24,
  })
  .map((dated) =>
    dated
      .toSorted(([, a = ''], [, b = '']) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([{ title, body, facets: own = {} }, day]) => ({ title, body, facets: own, day })),
  )

/** Part of a text of the archive, or an arbitrary text. */
function toPiece(posts: readonly SearchedPost[]): fc.Arbitrary<string> {
  const texts = posts.flatMap(({ title, body }) => [title, body])
  const cut = fc
    .tuple(fc.constantFrom(...texts, ''), fc.nat(60), fc.integer({ min: 1, max: 9 }))
    .map(([from, start, length]) => from.slice(start % (from.length + 1)).slice(0, length))
  return fc.oneof(cut, text, longWord)
}

/** A query: conditions, OR, brackets and everything excluded, in any order and depth. */
function toInput(posts: readonly SearchedPost[]): fc.Arbitrary<string> {
  const text = fc
    .tuple(
      fc.constantFrom('', '', 'title:', ...facetNames.map((name) => `${name}:`)),
      fc.boolean(),
      toPiece(posts),
    )
    .map(([field, isQuoted, piece]) => `${field}${isQuoted ? `"${piece}"` : piece}`)
  const valued = fc.oneof(
    fc.tuple(fc.constantFrom('tag:', 'author:'), facetValue).map((parts) => parts.join('')),
    fc.tuple(fc.constantFrom('site:', 'source:'), site).map((parts) => parts.join('')),
    fc.tuple(fc.constantFrom('lang:', 'language:'), language).map((parts) => parts.join('')),
    fc
      .tuple(
        fc.constantFrom('date:', 'after:', 'before:'),
        fc.constantFrom(...days, '2022', '2022-11', '2021..2022-01', '2022-11-24..'),
      )
      .map((parts) => parts.join('')),
  )
  const { part } = fc.letrec<{ part: string; group: string }>((tie) => ({
    part: fc
      .tuple(
        fc.constantFrom('', '', '', '-', 'NOT '),
        fc.oneof(
          { maxDepth: 3 },
          { weight: 4, arbitrary: text },
          { weight: 2, arbitrary: valued },
          { weight: 2, arbitrary: tie('group') },
        ),
      )
      .map((parts) => parts.join('')),
    group: fc
      .tuple(
        fc.constantFrom('', '', '', 'title:'),
        fc.array(tie('part'), { minLength: 1, maxLength: 3 }),
        fc.constantFrom(' OR ', ' | ', ' '),
      )
      .map(([field, parts, sign]) => `${field}(${parts.join(sign)})`),
  }))
  return fc
    .array(fc.tuple(part, fc.constantFrom(' ', ' ', ' OR ')), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.flat().slice(0, -1).join(''))
}

describe('the index agrees with the brute-force search', () => {
  const asked = archive.chain((posts) =>
    fc.tuple(fc.constant(posts), fc.array(toInput(posts), { minLength: 1, maxLength: 8 })),
  )

  test.each([
    ['in one segment', {}],
    ['in many segments, blocks and chunks', { segments: smallSegments, blocks: smallBlocks }],
  ])('%s', async (_, sizes) => {
    await fc.assert(
      fc.asyncProperty(asked, async ([posts, inputs]) => {
        const source = toSource(makeIndex(posts, sizes), toFacetSource(posts))
        for (const input of inputs) {
          expect([input, await search(input, source)]).toEqual([input, searchSlowly(input, posts)])
        }
      }),
      { numRuns: 300 },
    )
  })
})
