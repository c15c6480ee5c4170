import { expect, test } from 'vitest'
import { feedFormats, feedPath, hasFeeds, parseFeedFormat } from './feed-path.ts'

test.each([
  ['atom', 'feeds/atom.xml', 'feeds/tag/sea-wall-tjmynvdq3r.atom.xml'],
  ['rss', 'feeds/rss.xml', 'feeds/tag/sea-wall-tjmynvdq3r.rss.xml'],
  ['json', 'feeds/feed.json', 'feeds/tag/sea-wall-tjmynvdq3r.json'],
] as const)('%s lies at a path of its own', (format, archive, value) => {
  expect(feedPath(format)).toBe(archive)
  expect(feedPath(format, { facet: 'tag', value: 'Sea wall' })).toBe(value)
})

test('recognizes the format of a feed by its path', () => {
  for (const format of feedFormats) {
    expect(parseFeedFormat(feedPath(format))).toBe(format)
    expect(parseFeedFormat(feedPath(format, { facet: 'author', value: '../../x' }))).toBe(format)
  }
  expect(parseFeedFormat('feeds/feeds.opml')).toBeUndefined()
  expect(parseFeedFormat('data/report/x.json')).toBeUndefined()
})

test('languages and kinds have no feeds', () => {
  expect([hasFeeds('tag'), hasFeeds('source'), hasFeeds('language'), hasFeeds('kind')]).toEqual([
    true,
    true,
    false,
    false,
  ])
})
