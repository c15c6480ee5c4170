import { describe, expect, test } from 'vitest'
import type { DraftPost } from '../post/draft-post.ts'
import { makeDraft } from '#builder/testing/make-draft.ts'
import { orderPosts } from './order-posts.ts'

const at = (publishedAt: string) => ({ publishedAt })

/** File of each post in order, with the file of the post that supersedes it. */
function summarize(drafts: DraftPost[], timeZone = 'UTC') {
  const { posts, copies } = orderPosts(drafts, timeZone)
  const files = new Map(posts.map(({ id, draft }) => [id, draft.file]))
  return {
    order: posts.map(({ draft, supersededBy }) =>
      supersededBy === undefined ? draft.file : `${draft.file} < ${files.get(supersededBy)}`,
    ),
    copies,
  }
}

describe('order', () => {
  test('undated posts come first, then by instant, whatever the files are called', () => {
    const drafts = [
      makeDraft({ file: 'a/b', fileName: 'b', row: at('2020-01-02T00:00:00Z') }),
      makeDraft({ file: 'a/c', fileName: 'c', row: at('2020-01-01T00:00:00Z') }),
      makeDraft({ file: 'a/d', fileName: 'd' }),
    ]
    expect(summarize(drafts).order).toEqual(['a/d', 'a/c', 'a/b'])
  })

  test('a day alone sorts as midnight of the archive’s zone', () => {
    const drafts = [
      makeDraft({ file: 'a/day', fileName: 'day', row: { publishedOn: '2020-01-02' } }),
      makeDraft({ file: 'a/time', fileName: 'time', row: at('2020-01-01T20:00:00Z') }),
    ]
    expect(summarize(drafts, 'UTC').order).toEqual(['a/time', 'a/day'])
    expect(summarize(drafts, 'Asia/Shanghai').order).toEqual(['a/day', 'a/time'])
  })

  test('posts of the same second are ordered by id, so that the order of reading does not matter', () => {
    const drafts = ['x', 'y', 'z'].map((fileName) =>
      makeDraft({ file: `a/${fileName}`, fileName, row: at('2020-01-01T00:00:00Z') }),
    )
    const { posts } = orderPosts(drafts, 'UTC')
    const ids = posts.map(({ id }) => id)
    expect(ids).toEqual(ids.toSorted())
    expect(orderPosts(drafts.toReversed(), 'UTC').posts).toEqual(posts)
  })
})

const idsOf = (drafts: DraftPost[]) =>
  new Map(orderPosts(drafts, 'UTC').posts.map(({ draft, id }) => [draft.file, id]))

describe('ids', () => {
  test('the id is the UTC date and a hash of collection and file name', () => {
    const draft = makeDraft({
      collection: 'harbour',
      fileName: '2020-08-30-tide.md',
      row: at('2020-08-30T21:56:11Z'),
    })
    expect([...idsOf([draft]).values()]).toEqual(['2020-08-30-4vqd7eho'])
  })

  test('the id stays when the file moves, and when it is replaced by a newer one', () => {
    const old = { fileName: 'x.md', contentHash: '01', row: at('2020-01-01T00:00:00Z') }
    const moved = idsOf([makeDraft({ ...old, file: 'harbour/archived/x.md' })])
    const alone = idsOf([makeDraft({ ...old, file: 'harbour/_posts/x.md' })])
    expect([...moved.values()]).toEqual([...alone.values()])
    const both = idsOf([
      makeDraft({ ...old, file: 'harbour/archived/x.md' }),
      makeDraft({
        ...old,
        file: 'harbour/_posts/x.md',
        contentHash: '02',
        row: at('2020-01-01T05:00:00Z'),
      }),
    ])
    expect(both.get('harbour/_posts/x.md')).toBe(alone.get('harbour/_posts/x.md'))
    expect(both.get('harbour/archived/x.md')).not.toBe(alone.get('harbour/_posts/x.md'))
  })

  test('B8 ids tell apart what file systems confuse: case, collections, and are one for both normal forms', () => {
    const ids = idsOf([
      makeDraft({ file: '1', fileName: 'Tide.md' }),
      makeDraft({ file: '2', fileName: 'tide.md' }),
      makeDraft({ file: '3', fileName: 'tide.md', collection: 'tea' }),
      makeDraft({ file: '4', fileName: 'e\u0301.md'.normalize('NFC') }),
    ])
    const folded = [...ids.values()].map((id) => id.normalize('NFC').toLowerCase())
    expect(new Set(folded).size).toBe(4)
    expect(idsOf([makeDraft({ file: '4', fileName: '\u00e9.md' })]).get('4')).toBe(ids.get('4'))
  })

  test('B7 an undated post has an id without a date', () => {
    expect([...idsOf([makeDraft({ fileName: '../../etc/passwd' })]).values()]).toEqual([
      expect.stringMatching(/^undated-[a-z2-7]{8}$/),
    ])
  })
})

describe('copies and versions', () => {
  const day = at('2020-01-01T00:00:00Z')

  test('same name and same bytes is a copy: the live file stands for the archived one', () => {
    const drafts = [
      makeDraft({ file: 'harbour/archived/x.md', row: day }),
      makeDraft({ file: 'harbour/_posts/x.md', row: day }),
    ]
    expect(summarize(drafts)).toEqual({
      order: ['harbour/_posts/x.md'],
      copies: [{ file: 'harbour/archived/x.md', copyOf: 'harbour/_posts/x.md' }],
    })
  })

  test('same bytes under another name is no copy', () => {
    const drafts = ['x', 'y'].map((fileName) => makeDraft({ file: fileName, fileName, row: day }))
    expect(summarize(drafts).copies).toEqual([])
  })

  test('same name with other bytes is a version, the newest leads', () => {
    const drafts = [
      makeDraft({ file: 'harbour/_posts/x.md', contentHash: '01', row: day }),
      makeDraft({
        file: 'harbour/archived/x.md',
        contentHash: '02',
        row: at('2020-01-02T00:00:00Z'),
      }),
    ]
    expect(summarize(drafts).order).toEqual([
      'harbour/_posts/x.md < harbour/archived/x.md',
      'harbour/archived/x.md',
    ])
  })

  test('of versions from the same second the live file leads', () => {
    const drafts = [
      makeDraft({ file: 'harbour/archived/x.md', contentHash: '01', row: day }),
      makeDraft({ file: 'harbour/_posts/x.md', contentHash: '02', row: day }),
    ]
    expect(summarize(drafts).order).toContain('harbour/archived/x.md < harbour/_posts/x.md')
  })

  test('name and address chain versions together', () => {
    const drafts = [
      makeDraft({ file: 'a', fileName: 'x.md', contentHash: '01', row: day }),
      makeDraft({
        file: 'b',
        fileName: 'x.md',
        contentHash: '02',
        sourceUrl: 'https://example.org/1',
        row: day,
      }),
      makeDraft({
        file: 'c',
        fileName: 'y.md',
        sourceUrl: 'https://example.org/1',
        row: at('2021-01-01T00:00:00Z'),
      }),
    ]
    const { posts } = orderPosts(drafts, 'UTC')
    expect(posts.map(({ versions }) => versions?.length)).toEqual([3, 3, 3])
    expect(posts.filter(({ supersededBy }) => supersededBy === undefined)).toHaveLength(1)
    expect(posts.at(-1)?.versions?.[0]?.id).toBe(posts.at(-1)?.id)
  })

  test.each(['https://example.org', 'https://example.org/', 'http://example.org/'])(
    'a bare host (%s) names no article: its posts stay apart',
    (sourceUrl) => {
      const drafts = ['x', 'y'].map((fileName) =>
        makeDraft({ fileName, file: fileName, sourceUrl, row: day }),
      )
      expect(orderPosts(drafts, 'UTC').posts.every(({ versions }) => versions === undefined)).toBe(
        true,
      )
    },
  )

  test('posts of nearly the same text are versions; where sources differ, each version names its own', () => {
    const drafts = ['a', 'b'].map((fileName, at) =>
      makeDraft({
        fileName,
        file: fileName,
        row: { ...day, sourceHost: `${at}.example`, publishedAt: `2020-01-0${at + 1}T00:00:00Z` },
      }),
    )
    const { posts, versionsBy } = orderPosts(drafts, 'UTC', [drafts])
    expect(posts[0]?.supersededBy).toBe(posts[1]?.id)
    expect(posts[0]?.versions?.map(({ sourceHost }) => sourceHost)).toEqual([
      '1.example',
      '0.example',
    ])
    expect(versionsBy).toEqual({ name: 0, address: 0, text: 1 })
  })

  test('an older version is counted once, by the surest that ties it', () => {
    const url = { sourceUrl: 'https://example.org/1' }
    const drafts = [
      makeDraft({ file: 'a', fileName: 'x.md', contentHash: '01', ...url }),
      makeDraft({ file: 'b', fileName: 'x.md', contentHash: '02', ...url }),
      makeDraft({ file: 'c', fileName: 'y.md', sourceUrl: 'http://www.example.org/1/?ref=a' }),
      makeDraft({ file: 'd', fileName: 'z.md' }),
    ]
    const { posts, versionsBy } = orderPosts(drafts, 'UTC', [drafts])
    expect(posts.filter(({ supersededBy }) => supersededBy !== undefined)).toHaveLength(3)
    expect(versionsBy).toEqual({ name: 1, address: 1, text: 1 })
  })

  test('the text of a copy ties the post that the copy stands for', () => {
    const [kept, copy] = ['_posts', 'archived'].map((place) =>
      makeDraft({ file: `harbour/${place}/x.md`, fileName: 'x.md' }),
    )
    const other = makeDraft({ file: 'harbour/_posts/y.md', fileName: 'y.md', contentHash: '02' })
    if (kept === undefined || copy === undefined) throw new Error('no drafts')
    const { posts } = orderPosts([kept, copy, other], 'UTC', [
      [copy, other],
      [kept, copy],
    ])
    expect(posts.map(({ versions }) => versions?.length)).toEqual([2, 2])
  })

  test('undated versions have an order too', () => {
    const drafts = [
      makeDraft({ file: 'harbour/archived/x.md', contentHash: '01' }),
      makeDraft({ file: 'harbour/_posts/x.md', contentHash: '02' }),
    ]
    expect(summarize(drafts).order).toContain('harbour/archived/x.md < harbour/_posts/x.md')
  })
})
