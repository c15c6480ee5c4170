import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseQuery } from '../query/parse-query.ts'
import { alphabets, toAskedArchive, toKnownPosts } from '../testing/asked-archives.ts'
import { makeIndex, smallBlocks, smallSegments, toSource } from '../testing/make-index.ts'
import { foldPost, matchesQuery, type FoldedPost } from '../testing/search-oracle.ts'
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

function searchSlowly(input: string, posts: readonly FoldedPost[]): number[] {
  const query = parseQuery(input)
  return posts.flatMap((post, at) => (matchesQuery(query, post) ? [at] : []))
}

describe('the index agrees with the brute-force search', () => {
  test.each([
    ['in one segment', alphabets.letters, {}],
    [
      'in many segments, blocks and chunks',
      alphabets.letters,
      { segments: smallSegments, blocks: smallBlocks },
    ],
    ['of words with signs', alphabets.signs, { segments: smallSegments, blocks: smallBlocks }],
  ])('%s', async (_, alphabet, sizes) => {
    await fc.assert(
      fc.asyncProperty(toAskedArchive(alphabet), async ([posts, inputs]) => {
        const source = toSource(makeIndex(posts, sizes), toKnownPosts(posts))
        const folded = posts.map((post) => foldPost(post))
        for (const input of inputs) {
          expect([input, await search(input, source)]).toEqual([input, searchSlowly(input, folded)])
        }
      }),
      { numRuns: 300 },
    )
  })
})
