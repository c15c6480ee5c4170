// For tests: a site with feeds, read with independent feed parsers.
import {
  parseAtomFeed,
  parseJsonFeed,
  parseRssFeed,
  type AtomFeed,
  type JsonFeed,
  type RssFeed,
} from 'feedsmith'
import { feedPath, type FeedValue } from '#core/address/feed-path.ts'
import { readFolder } from '#testing/make-archive.ts'
import { makePostText } from '#testing/make-post.ts'
import { buildTestSite, type TestSite } from './build-test-site.ts'

const origin = 'https://archive.example'
/** Address of the site. */
export const site = `${origin}/sub/`

/** The three formats of one feed, as independent parsers read them. */
interface ReadFeeds {
  atom: AtomFeed.Feed<string>
  rss: RssFeed.Feed<string>
  json: JsonFeed.Feed<string>
}

/** Builds a site with an address and returns its files as text. */
export async function buildFeedSite(options: TestSite) {
  const result = await buildTestSite({
    origin,
    base: '/sub/',
    pages: 'none',
    search: false,
    ...options,
  })
  const files = await readFolder(result.out)
  const read = (path: string) => Buffer.from(files.get(path) ?? '', 'latin1').toString()
  const readFeeds = (of?: FeedValue): ReadFeeds => ({
    atom: parseAtomFeed(read(feedPath('atom', of))),
    rss: parseRssFeed(read(feedPath('rss', of))),
    json: parseJsonFeed(read(feedPath('json', of))),
  })
  const feeds = [...files.keys()].filter((path) => path.startsWith('feeds/'))
  return { ...result, files, feeds, read, readFeeds }
}

/** Metadata of a hostile post. */
export const hostile = {
  title: `</title>]]><script>alert(1)</script> & "x"`,
  tag: `a<b>&'c`,
}

/** Posts with a time, with only a day and without a date; one of them is hostile. */
export const feedPosts = {
  'harbour/_posts/2020-03-09-ferry.md': makePostText({ tags: ['sea', 'ferries'] }),
  'harbour/_posts/2020-03-10-hostile.md': makePostText({
    title: hostile.title,
    date: '2020-03-10T08:00:00.000Z',
    author: '<b>Eve</b>',
    from: 'https://example.org/?a=1&b=%22',
    tags: ['sea', `"${hostile.tag}"`],
    body: '<p>one <a href="#n1">note</a> &amp; more\u0000\u0008</p><h2 id="n1">]]&gt;</h2>',
  }),
  'harbour/_posts/2020-03-11-day.md': makePostText({
    title: '只有日期',
    date: '2020-03-11',
    from: null,
    tags: ['sea'],
    body: '<p>港口的渡轮今天停航，因为风太大，船长说明天再看。</p>',
  }),
  'harbour/_posts/undated.md': makePostText({
    title: 'Undated',
    date: null,
    from: null,
    tags: ['sea'],
  }),
}
