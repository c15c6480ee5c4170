import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { facetNames } from '#core/facet/facet.ts'
import { listSelection } from '#core/selection/selection.ts'
import { toFacetKey } from '../query/facet-key.ts'
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

/** Resolves facet clauses from the posts themselves. */
function toFacetSource(posts: readonly SearchedPost[]): Pick<SearchSource, 'selectionOf'> {
  return {
    selectionOf: async (facet, value) => {
      const key = toFacetKey(value)
      const has = (post: SearchedPost) =>
        (post.facets?.[facet] ?? []).some((own) => toFacetKey(own) === key)
      const ordinals = posts.flatMap((post, at) => (has(post) ? [at] : []))
      return await Promise.resolve(listSelection(Uint32Array.from(ordinals)))
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
const facetValue = fc.constantFrom('Wien', 'wien', '台灣', '台湾', '🎉')
const post: fc.Arbitrary<SearchedPost> = fc.record({
  title: text,
  body: fc.oneof({ weight: 6, arbitrary: text }, { weight: 1, arbitrary: longWord }),
  facets: fc.dictionary(fc.constantFrom(...facetNames), fc.array(facetValue, { maxLength: 2 })),
})

/** Part of a text of the archive, or an arbitrary text. */
function toPiece(posts: readonly SearchedPost[]): fc.Arbitrary<string> {
  const texts = posts.flatMap(({ title, body }) => [title, body])
  const cut = fc
    .tuple(fc.constantFrom(...texts, ''), fc.nat(60), fc.integer({ min: 1, max: 9 }))
    .map(([from, start, length]) => from.slice(start % (from.length + 1)).slice(0, length))
  return fc.oneof(cut, text, longWord)
}

function toInput(posts: readonly SearchedPost[]): fc.Arbitrary<string> {
  const clause = fc
    .tuple(
      fc.constantFrom('', '', '', '-'),
      fc.constantFrom('', '', '', 'title:', ...facetNames.map((name) => `${name}:`)),
      fc.boolean(),
      fc.oneof({ weight: 4, arbitrary: toPiece(posts) }, { weight: 1, arbitrary: facetValue }),
    )
    .map(([sign, field, isQuoted, piece]) => `${sign}${field}${isQuoted ? `"${piece}"` : piece}`)
  return fc.array(clause, { minLength: 1, maxLength: 4 }).map((clauses) => clauses.join(' '))
}

describe('the index agrees with the brute-force search', () => {
  const archive = fc
    .array(post, { minLength: 1, maxLength: 24 })
    .chain((posts) =>
      fc.tuple(fc.constant(posts), fc.array(toInput(posts), { minLength: 1, maxLength: 8 })),
    )

  test.each([
    ['in one segment', {}],
    ['in many segments, blocks and chunks', { segments: smallSegments, blocks: smallBlocks }],
  ])('%s', async (_, sizes) => {
    await fc.assert(
      fc.asyncProperty(archive, async ([posts, inputs]) => {
        const source = toSource(makeIndex(posts, sizes), toFacetSource(posts))
        for (const input of inputs) {
          expect([input, await search(input, source)]).toEqual([input, searchSlowly(input, posts)])
        }
      }),
      { numRuns: 300 },
    )
  })
})
