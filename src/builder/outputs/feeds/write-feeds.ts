import { createHash } from 'node:crypto'
import { loadArticleMessages } from '#article/load-messages.ts'
import { makeWords } from '#article/words.ts'
import type { Manifest } from '#contract/manifest.ts'
import { feedFormats, feedListPath, feedPath, type FeedFormat } from '#core/address/feed-path.ts'
import type { OrderedPost } from '#builder/archive/order/order-posts.ts'
import type { FileGroups } from '#builder/site/write/file-groups.ts'
import type { SiteWriter } from '#builder/site/write/site-writer.ts'
import { atomWriter } from './form/atom-feed.ts'
import { makeEntryMaker, type EntryTools } from './entry/entry-maker.ts'
import type { WrittenEntry } from './entry/entry-shelf.ts'
import type { FeedWriter } from './form/feed.ts'
import { fillFeed } from './fill-feed.ts'
import { jsonWriter } from './form/json-feed.ts'
import { listFeedFacets, listFeeds, type FeedPlan, type PlannedFeed } from './list-feeds.ts'
import { listNewest } from './newest-posts.ts'
import { toFeedHead } from './feed-head.ts'
import { toFeedList } from './opml.ts'
import { rssWriter } from './form/rss-feed.ts'

/** What writing feeds needs besides the plan. */
export interface FeedTools extends EntryTools {
  groups: FileGroups
  writer: SiteWriter
}

const feedWriters: Readonly<Record<FeedFormat, FeedWriter>> = {
  atom: atomWriter,
  rss: rssWriter,
  json: jsonWriter,
}

/**
 * Writes the feeds of the archive and of facet values, and their OPML list. Only feeds that changed are written, the
 * others are kept. Returns their entry in the manifest.
 */
export async function writeFeeds(plan: FeedPlan, tools: FeedTools): Promise<Manifest['feeds']> {
  const { address, options, posts, discovery } = plan
  const { groups, writer } = tools
  const isWhole = options.feeds === 'full'
  const pictures = isWhole ? tools.pictures.key : ''
  const { collections } = discovery
  const description = collections.length === 1 ? collections[0]?.config.description : undefined
  const site = { address, title: plan.title, description }
  const setting = [site, plan.language, isWhole, pictures]
  const takeEntry = makeEntryMaker({ address, language: plan.language, isWhole }, tools)
  const feeds = listFeeds(plan)
  for (const feed of feeds) {
    const members = listNewest(posts, feed.ordinals)
    await groups.keepOr(toKey([setting, feed.of], members), async () => {
      const entries: WrittenEntry[] = []
      for (const post of members) entries.push(await takeEntry(post))
      const head = toFeedHead(feed, { site, posts: members })
      return writeForms(feed, writer, (format) => {
        const self = address + feedPath(format, feed.of)
        return feedWriters[format].writeFeed({ ...head, self }, fillFeed(entries, format))
      })
    })
  }
  await groups.keepOr(toKey([setting, feeds.map(({ of }) => of)], []), async () => {
    const words = makeWords(await loadArticleMessages(plan.language), plan.language)
    await writer.writePage(feedListPath, toFeedList(site, feeds, words))
    return [feedListPath]
  })
  return { facets: listFeedFacets(plan.facets).map(({ facet }) => facet) }
}

async function writeForms(
  { of }: PlannedFeed,
  writer: SiteWriter,
  toText: (format: FeedFormat) => string,
): Promise<string[]> {
  const paths: string[] = []
  for (const format of feedFormats) {
    const path = feedPath(format, of)
    await writer.writePage(path, toText(format))
    paths.push(path)
  }
  return paths
}

/** Cache key of a feed: the settings that all feeds share, and its posts. */
function toKey(setting: unknown, posts: readonly OrderedPost[]): string {
  const hash = createHash('sha256').update(`feeds ${JSON.stringify(setting)}\n`)
  for (const { id, instant, cached, recurring, targets = [] } of posts)
    hash.update(`${id} ${instant} ${cached.record.hash} ${recurring} ${JSON.stringify(targets)}\n`)
  return hash.digest('base64url').slice(0, 22)
}
