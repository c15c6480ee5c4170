import { describe, expect, test } from 'vitest'
import type { CachedPost } from '../post/cached-post.ts'
import { makeCachedPost } from '#builder/testing/make-cached-post.ts'
import { orderPosts } from './order-posts.ts'

const at = (publishedAt: string) => ({ publishedAt })

/** The file of each post in order, with the file of the post that supersedes it. */
function summarize(cachedPosts: CachedPost[], timeZone = 'UTC') {
  const { posts, copies } = orderPosts(cachedPosts, timeZone)
  const files = new Map(posts.map(({ id, cached }) => [id, cached.file]))
  return {
    order: posts.map(({ cached, supersededBy }) =>
      supersededBy === undefined ? cached.file : `${cached.file} < ${files.get(supersededBy)}`,
    ),
    copies,
  }
}

describe('order', () => {
  test('undated posts come first, then by instant, whatever the files are called', () => {
    const posts = [
      makeCachedPost({ file: 'a/b', fileName: 'b', row: at('2020-01-02T00:00:00Z') }),
      makeCachedPost({ file: 'a/c', fileName: 'c', row: at('2020-01-01T00:00:00Z') }),
      makeCachedPost({ file: 'a/d', fileName: 'd' }),
    ]
    expect(summarize(posts).order).toEqual(['a/d', 'a/c', 'a/b'])
  })

  test('a day alone sorts as midnight of the archive’s zone', () => {
    const posts = [
      makeCachedPost({ file: 'a/day', fileName: 'day', row: { publishedOn: '2020-01-02' } }),
      makeCachedPost({ file: 'a/time', fileName: 'time', row: at('2020-01-01T20:00:00Z') }),
    ]
    expect(summarize(posts, 'UTC').order).toEqual(['a/time', 'a/day'])
    expect(summarize(posts, 'Asia/Shanghai').order).toEqual(['a/day', 'a/time'])
  })

  test('a year alone comes before its first day, and so does a month', () => {
    const first = '2019-01-01'
    const posts = [
      makeCachedPost({ file: 'a/time', fileName: 'time', row: at('2019-01-01T00:00:00Z') }),
      makeCachedPost({
        file: 'a/month',
        fileName: 'month',
        row: { publishedOn: first, knownPart: '2019-01' },
      }),
      makeCachedPost({
        file: 'a/year',
        fileName: 'year',
        row: { publishedOn: first, knownPart: '2019' },
      }),
    ]
    expect(summarize(posts).order).toEqual(['a/year', 'a/month', 'a/time'])
  })

  test('posts of the same second are ordered by id, so the order of the input does not matter', () => {
    const cachedPosts = ['x', 'y', 'z'].map((fileName) =>
      makeCachedPost({ file: `a/${fileName}`, fileName, row: at('2020-01-01T00:00:00Z') }),
    )
    const { posts } = orderPosts(cachedPosts, 'UTC')
    const ids = posts.map(({ id }) => id)
    expect(ids).toEqual(ids.toSorted())
    expect(orderPosts(cachedPosts.toReversed(), 'UTC').posts).toEqual(posts)
  })
})

const idsOf = (posts: CachedPost[]) =>
  new Map(orderPosts(posts, 'UTC').posts.map(({ cached, id }) => [cached.file, id]))

describe('ids', () => {
  test('the id is the UTC date and a hash of collection and file name', () => {
    const post = makeCachedPost({
      collection: 'harbour',
      fileName: '2020-08-30-tide.md',
      row: at('2020-08-30T21:56:11Z'),
    })
    expect([...idsOf([post]).values()]).toEqual(['2020-08-30-4vqd7eho'])
  })

  test('the id is stable when the file moves, and when a newer one replaces it', () => {
    const old = { fileName: 'x.md', contentHash: '01', row: at('2020-01-01T00:00:00Z') }
    const moved = idsOf([makeCachedPost({ ...old, file: 'harbour/archived/x.md' })])
    const alone = idsOf([makeCachedPost({ ...old, file: 'harbour/_posts/x.md' })])
    expect([...moved.values()]).toEqual([...alone.values()])
    const both = idsOf([
      makeCachedPost({ ...old, file: 'harbour/archived/x.md' }),
      makeCachedPost({
        ...old,
        file: 'harbour/_posts/x.md',
        contentHash: '02',
        row: at('2020-01-01T05:00:00Z'),
      }),
    ])
    expect(both.get('harbour/_posts/x.md')).toBe(alone.get('harbour/_posts/x.md'))
    expect(both.get('harbour/archived/x.md')).not.toBe(alone.get('harbour/_posts/x.md'))
  })

  test('B8 ids differ by case and by collection, and are the same for both Unicode normal forms', () => {
    const ids = idsOf([
      makeCachedPost({ file: '1', fileName: 'Tide.md' }),
      makeCachedPost({ file: '2', fileName: 'tide.md' }),
      makeCachedPost({ file: '3', fileName: 'tide.md', collection: 'tea' }),
      makeCachedPost({ file: '4', fileName: 'e\u0301.md'.normalize('NFC') }),
    ])
    const folded = [...ids.values()].map((id) => id.normalize('NFC').toLowerCase())
    expect(new Set(folded).size).toBe(4)
    expect(idsOf([makeCachedPost({ file: '4', fileName: '\u00e9.md' })]).get('4')).toBe(
      ids.get('4'),
    )
  })

  test('B7 an undated post has an id without a date', () => {
    expect([...idsOf([makeCachedPost({ fileName: '../../etc/passwd' })]).values()]).toEqual([
      expect.stringMatching(/^undated-[a-z2-7]{8}$/),
    ])
  })
})

describe('copies and versions', () => {
  const day = at('2020-01-01T00:00:00Z')

  test('a file with the same name and bytes is a copy: the live file is kept, not the archived one', () => {
    const posts = [
      makeCachedPost({ file: 'harbour/archived/x.md', row: day }),
      makeCachedPost({ file: 'harbour/_posts/x.md', row: day }),
    ]
    expect(summarize(posts)).toEqual({
      order: ['harbour/_posts/x.md'],
      copies: [{ file: 'harbour/archived/x.md', copyOf: 'harbour/_posts/x.md' }],
    })
  })

  test('a file with the same bytes under another name is no copy', () => {
    const posts = ['x', 'y'].map((fileName) =>
      makeCachedPost({ file: fileName, fileName, row: day }),
    )
    expect(summarize(posts).copies).toEqual([])
  })

  test('a file with the same name and other bytes is a version, and the newest leads', () => {
    const posts = [
      makeCachedPost({ file: 'harbour/_posts/x.md', contentHash: '01', row: day }),
      makeCachedPost({
        file: 'harbour/archived/x.md',
        contentHash: '02',
        row: at('2020-01-02T00:00:00Z'),
      }),
    ]
    expect(summarize(posts).order).toEqual([
      'harbour/_posts/x.md < harbour/archived/x.md',
      'harbour/archived/x.md',
    ])
  })

  test('the live file leads versions of the same second', () => {
    const posts = [
      makeCachedPost({ file: 'harbour/archived/x.md', contentHash: '01', row: day }),
      makeCachedPost({ file: 'harbour/_posts/x.md', contentHash: '02', row: day }),
    ]
    expect(summarize(posts).order).toContain('harbour/archived/x.md < harbour/_posts/x.md')
  })

  test('shared names and shared articles join versions transitively', () => {
    const cachedPosts = [
      makeCachedPost({ file: 'a', fileName: 'x.md', contentHash: '01', row: day }),
      makeCachedPost({
        file: 'b',
        fileName: 'x.md',
        contentHash: '02',
        sourceUrl: 'https://example.org/1',
        row: day,
      }),
      makeCachedPost({
        file: 'c',
        fileName: 'y.md',
        sourceUrl: 'https://example.org/1',
        row: at('2021-01-01T00:00:00Z'),
      }),
    ]
    const { posts } = orderPosts(cachedPosts, 'UTC', { sameArticles: [cachedPosts.slice(1)] })
    expect(posts.map(({ versions }) => versions?.length)).toEqual([3, 3, 3])
    expect(posts.filter(({ supersededBy }) => supersededBy === undefined)).toHaveLength(1)
    expect(posts.at(-1)?.versions?.[0]?.id).toBe(posts.at(-1)?.id)
  })

  test('near-duplicate texts are versions; where their sources differ, each version names its own', () => {
    const cachedPosts = ['a', 'b'].map((fileName, at) =>
      makeCachedPost({
        fileName,
        file: fileName,
        row: { ...day, sourceHost: `${at}.example`, publishedAt: `2020-01-0${at + 1}T00:00:00Z` },
      }),
    )
    const { posts, versionsBy } = orderPosts(cachedPosts, 'UTC', { sameTexts: [cachedPosts] })
    expect(posts[0]?.supersededBy).toBe(posts[1]?.id)
    expect(posts[0]?.versions?.map(({ sourceHost }) => sourceHost)).toEqual([
      '1.example',
      '0.example',
    ])
    expect(versionsBy).toEqual({ name: 0, address: 0, text: 1 })
  })

  test('an older version is counted once, under its most certain tie', () => {
    const cachedPosts = [
      makeCachedPost({ file: 'a', fileName: 'x.md', contentHash: '01' }),
      makeCachedPost({ file: 'b', fileName: 'x.md', contentHash: '02' }),
      makeCachedPost({ file: 'c', fileName: 'y.md' }),
      makeCachedPost({ file: 'd', fileName: 'z.md' }),
    ]
    const { posts, versionsBy } = orderPosts(cachedPosts, 'UTC', {
      sameArticles: [cachedPosts.slice(0, 3)],
      sameTexts: [cachedPosts],
    })
    expect(posts.filter(({ supersededBy }) => supersededBy !== undefined)).toHaveLength(3)
    expect(versionsBy).toEqual({ name: 1, address: 1, text: 1 })
  })

  test('the text of a copy ties the post that is kept for it', () => {
    const [kept, copy] = ['_posts', 'archived'].map((place) =>
      makeCachedPost({ file: `harbour/${place}/x.md`, fileName: 'x.md' }),
    )
    const other = makeCachedPost({
      file: 'harbour/_posts/y.md',
      fileName: 'y.md',
      contentHash: '02',
    })
    if (kept === undefined || copy === undefined) throw new Error('no posts')
    const { posts } = orderPosts([kept, copy, other], 'UTC', {
      sameTexts: [
        [copy, other],
        [kept, copy],
      ],
    })
    expect(posts.map(({ versions }) => versions?.length)).toEqual([2, 2])
  })

  test('undated versions are ordered too', () => {
    const posts = [
      makeCachedPost({ file: 'harbour/archived/x.md', contentHash: '01' }),
      makeCachedPost({ file: 'harbour/_posts/x.md', contentHash: '02' }),
    ]
    expect(summarize(posts).order).toContain('harbour/archived/x.md < harbour/_posts/x.md')
  })
})
