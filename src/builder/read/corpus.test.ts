import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Post, PostProblem } from '#core/post/post.ts'
import { discoverPosts, type Discovery } from './discover/discover-posts.ts'
import { readPost } from './post/read-post.ts'

const corpus = fileURLToPath(new URL('../../../../shared/corpus', import.meta.url))

function count(values: Iterable<string>): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1
  return counts
}

// Real archives are not part of the project; without them there is nothing to test.
describe.skipIf(!existsSync(corpus))(
  'the corpus (skipped where ../shared/corpus is absent)',
  () => {
    let found: Discovery
    const posts: Post[] = []
    const problems: PostProblem[] = []
    const contents = new Set<string>()

    beforeAll(async () => {
      found = await discoverPosts([corpus])
      for (const file of found.files) {
        const read = await readPost(file)
        if (read.post) posts.push(read.post)
        contents.add(`${file.collection}/${file.fileName}/${read.contentHash}`)
        problems.push(...read.problems)
      }
    })

    test('B13 is accounted for, file by file', () => {
      expect(found.skipped).toEqual([])
      expect(found.problems).toEqual([])
      expect(count(found.files.map(({ collection }) => collection))).toEqual({
        oped2: 1545,
        seed: 1,
        society: 1319,
        teahouse: 3138,
      })
      expect(posts).toHaveLength(6003)
      expect(found.files.length - contents.size).toBe(41)
      expect(problems.map(({ severity, field }) => `${severity} ${field}`)).toEqual([
        'warning title',
        'warning title',
      ])
    })

    test('has the expected counts of time flags, kinds and body forms', () => {
      expect(count(posts.flatMap(({ timeFlags }) => timeFlags))).toEqual({
        epochMissing: 1264,
        epochInvalid: 85,
        dateOnly: 43,
      })
      expect(count(posts.map(({ kind }) => kind))).toEqual({ video: 4053, article: 1950 })
      expect(count(posts.map(({ bodyForm }) => bodyForm))).toEqual({ html: 6003 })
    })

    test('has no head left in a body and no post without a source URL', () => {
      expect(posts.filter(({ body }) => /^\[|^-{3}|^<!--\d/.test(body))).toEqual([])
      expect(posts.filter(({ sourceUrl }) => sourceUrl === undefined)).toEqual([])
      expect(posts.filter(({ title }) => title === undefined)).toHaveLength(1)
    })

    test('keeps the source URL of the seed as written', () => {
      const seed = posts.find(({ collection }) => collection === 'seed')
      expect(seed).toMatchObject({
        publishedAt: '2020-08-30T21:56:11Z',
        epochText: '1598824571000',
      })
      expect(seed?.sourceUrl).toMatch(/^http:\/\/www\.rfi\.fr\/\/cn\/%E4%B8%AD/)
      expect(seed?.title).not.toContain('[')
    })
  },
)
