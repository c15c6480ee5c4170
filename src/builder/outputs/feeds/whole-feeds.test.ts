import { stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { feedFormats, feedPath } from '#core/address/feed-path.ts'
import { makeFolder } from '#testing/make-archive.ts'
import { makePostText } from '#testing/make-post.ts'
import { buildFeedSite, feedPosts } from '#builder/testing/build-feed-site.ts'
import { longestArticle } from './entry/entry-html.ts'
import { articleBytes } from './fill-feed.ts'

describe('whole articles', () => {
  test('links within an article lead to its page', async () => {
    const { readFeeds } = await buildFeedSite({ posts: feedPosts, feeds: 'full' })
    const { atom, rss, json } = readFeeds()
    const text = atom.entries?.[1]?.content?.value ?? ''
    expect(text).toMatch(
      /href="https:\/\/archive\.example\/sub\/posts\/2020-03-10-\w+\/#user-content-n1"/,
    )
    expect([rss.items?.[1]?.content?.encoded, json.items?.[1]?.content_html]).toEqual([text, text])
  })

  test('long ones are truncated after a block and link to the rest, and a feed has a budget of bytes for them', async () => {
    const body = '<p>Word after word of a long text.</p>'.repeat(2_000)
    const many = Array.from({ length: 30 }, (_, at) => [
      `harbour/_posts/2021-01-${String(at + 1).padStart(2, '0')}-long.md`,
      makePostText({
        title: `Long ${at}`,
        date: `2021-01-${String(at + 1).padStart(2, '0')}`,
        from: null,
        body,
      }),
    ])
    const { readFeeds, files } = await buildFeedSite({
      posts: Object.fromEntries(many),
      feeds: 'full',
    })
    const entries = readFeeds().json.items ?? []
    const [first] = entries
    expect(first?.content_html?.length).toBeLessThan(longestArticle + 1_000)
    expect(first?.content_html).toMatch(
      /text\.<\/p><\/div><p lang="en"><a href="https:[^"]+">Read on in the archive<\/a>/,
    )
    expect(entries.at(-1)?.content_html?.length).toBeLessThan(2_000)
    for (const format of feedFormats) {
      const size = files.get(feedPath(format))?.length ?? 0
      expect(size).toBeGreaterThan(articleBytes / 2)
      expect(size).toBeLessThan(articleBytes + 50 * 4_000)
    }
  })
})

describe('an incremental build', () => {
  test('gives the same bytes for the same posts, and a new post rewrites only the feeds it is in', async () => {
    const home = join(await makeFolder(feedPosts), 'harbour')
    const options = { folders: [home], feeds: 'full' as const }
    const first = await buildFeedSite(options)
    expect((await buildFeedSite(options)).files).toEqual(first.files)
    const untouched = join(first.out, feedPath('atom', { facet: 'tag', value: 'ferries' }))
    const before = await stat(untouched)
    await writeFile(
      join(home, '_posts/2020-03-12-new.md'),
      makePostText({ title: 'New', date: '2020-03-12T10:00:00Z', from: null, tags: ['sea'] }),
    )
    const again = await buildFeedSite({ ...options, out: first.out })
    const fresh = await buildFeedSite(options)
    for (const path of again.feeds) expect(again.read(path)).toBe(fresh.read(path))
    expect(again.feeds).toEqual(fresh.feeds)
    expect((await stat(untouched)).mtimeMs).toBe(before.mtimeMs)
    expect(again.readFeeds({ facet: 'tag', value: 'sea' }).atom.entries).toHaveLength(5)
    expect(again.manifest.buildId).toBe(fresh.manifest.buildId)
  })

  test('with another choice of feeds has another build id', async () => {
    const home = join(await makeFolder(feedPosts), 'harbour')
    const brief = await buildFeedSite({ folders: [home] })
    const whole = await buildFeedSite({ folders: [home], feeds: 'full', out: brief.out })
    expect(whole.manifest.buildId).not.toBe(brief.manifest.buildId)
    expect(whole.readFeeds().atom.entries?.[0]?.content?.value).toContain('港口的渡轮')
  })
})
