import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { toBodyText } from '#core/text/body-text.ts'
import { parseQuery } from '#search/query/parse-query.ts'
import { smallSegments } from '#search/testing/make-index.ts'
import { mixedText } from '#search/testing/mixed-text.ts'
import { foldPost, matchesQuery, type FoldedPost } from '#search/testing/search-oracle.ts'
import { makePostText } from '#testing/make-post.ts'
import { buildTestSite } from '#builder/testing/build-test-site.ts'
import { findPosts } from './find-posts.ts'
import { SiteFiles } from '../built-site/site-files.ts'
import { SitePosts } from '../built-site/site-posts.ts'

interface MadePost {
  title: string
  body: string
  tags: string[]
}

const made: fc.Arbitrary<MadePost> = fc.record({
  title: fc.oneof(mixedText, fc.constantFrom('台灣 news', '台湾 News')),
  body: fc.array(mixedText, { maxLength: 3 }).map((lines) => lines.join('</p><p>')),
  tags: fc.subarray(['Wien', '台灣', '台湾', 'café'], { minLength: 1 }),
})

/** A site of generated posts, and the text of each row for the slow search. */
async function openMade(posts: MadePost[]) {
  const { out } = await buildTestSite({
    posts: Object.fromEntries(
      posts.map(({ title, body, tags }, at) => [
        `harbour/_posts/2020-01-${10 + (at % 18)}-${at}.md`,
        makePostText({ title, tags, body: `<p>${body}</p>`, from: null, headTitle: null }),
      ]),
    ),
    tools: { segmentSizes: smallSegments },
  })
  const site = await SiteFiles.open(out)
  const all = new SitePosts(site)
  const slow = new Map<string, FoldedPost>()
  for (let ordinal = 0; ordinal < site.manifest.timeline.rows; ordinal++) {
    const { row, body } = await all.read(ordinal)
    const facets = { tag: row.tags, category: row.categories ?? row.tags }
    const title = body.title ?? row.title ?? ''
    slow.set(row.id, foldPost({ title, body: toBodyText(body.parts), facets }))
  }
  return { site, slow }
}

const input = (posts: MadePost[]): fc.Arbitrary<string> => {
  const texts = posts.flatMap(({ title, body }) => [title, body])
  const piece = fc
    .tuple(fc.constantFrom(...texts), fc.nat(40), fc.integer({ min: 1, max: 8 }))
    .map(([text, start, length]) => text.slice(start % (text.length + 1)).slice(0, length))
  const clause = fc.oneof(
    { weight: 4, arbitrary: piece },
    { weight: 1, arbitrary: piece.map((text) => `-${text}`) },
    { weight: 1, arbitrary: piece.map((text) => `title:"${text}"`) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('tag:wien', 'tag:台湾', '-tag:cafe', 'category:"台灣"'),
    },
  )
  return fc.array(clause, { minLength: 1, maxLength: 3 }).map((clauses) => clauses.join(' '))
}

test('finds in a built site what the slow search finds in its rows', async () => {
  const archive = fc
    .array(made, { minLength: 1, maxLength: 18 })
    .chain((posts) =>
      fc.tuple(fc.constant(posts), fc.array(input(posts), { minLength: 1, maxLength: 30 })),
    )
  await fc.assert(
    fc.asyncProperty(archive, async ([posts, inputs]) => {
      const { site, slow } = await openMade(posts)
      for (const text of inputs) {
        const query = parseQuery(text)
        const expected = [...slow].filter(([, post]) => matchesQuery(query, post))
        const { total, hits } = await findPosts(site, query, 100)
        expect([text, total]).toEqual([text, expected.length])
        expect(hits.map(({ id }) => id).toSorted()).toEqual(expected.map(([id]) => id).toSorted())
      }
    }),
    { numRuns: 12 },
  )
})
