import type { BuildReport } from '#contract/build-report.ts'
import { toBodyText } from '#core/text/body-text.ts'
import { collectPosts, type CollectingTools } from './collect-posts.ts'
import { settlePictures } from './own-pictures/settle-pictures.ts'
import type { FolderFacts } from './own-pictures/read-folder-file.ts'
import { CheckedMemory } from './pictures/checked-memory.ts'
import type { CachedBody } from './post/cached-post.ts'
import { findSameArticles } from './likeness/find-same-articles.ts'
import { findSameTexts, type TextReader } from './likeness/find-same-texts.ts'
import { orderPosts, type OrderedPost } from './order/order-posts.ts'
import { resolveLinks } from './targets/resolve-links.ts'
import { markRecurring } from './recurrence/mark-recurring.ts'
import type { Discovery } from '#builder/read/discover/discover-posts.ts'
import { buildReport, type ReportSources } from './report.ts'

/** An archive that was read and put in order, but not written. */
export interface ReadArchive {
  discovery: Discovery
  /** By ordinal. */
  posts: OrderedPost[]
  report: BuildReport
}

/** What reading an archive needs besides the discovery. */
export interface ArchiveReading extends CollectingTools {
  timeZone: string
  /** Pictures kept beside the posts; absent when there are none, or they were not counted. */
  keptPictures?: ReportSources['keptPictures']
  /** What is known of the pictures in the folders; nothing when absent. */
  folderMemory?: CheckedMemory<FolderFacts> | undefined
}

/** Reads the discovered posts; writes to nothing but the store. */
export async function readArchive(
  discovery: Discovery,
  { timeZone, keptPictures, folderMemory, ...tools }: ArchiveReading,
): Promise<ReadArchive> {
  const { posts, ...account } = await collectPosts(discovery.files, tools)
  const memory = folderMemory ?? new CheckedMemory<FolderFacts>([], Date.now())
  await settlePictures(posts, discovery, memory)
  const readText = makeTextReader(tools)
  const sameArticles = await findSameArticles(posts, readText)
  const order = orderPosts(posts, timeZone, {
    sameArticles: sameArticles.groups,
    sameTexts: await findSameTexts(posts, readText),
    places: discovery.places,
  })
  const recurring = markRecurring(order.posts)
  const links = resolveLinks(order.posts, discovery.collections)
  const sharedAddresses = sameArticles.apart
  const report = buildReport({
    discovery,
    order,
    sharedAddresses,
    recurring,
    keptPictures,
    links: links.counts,
    ...account,
    problems: [...account.problems, ...links.problems],
  })
  return { discovery, posts: order.posts, report }
}

function makeTextReader({ store }: Pick<CollectingTools, 'store'>): TextReader {
  return async ({ record }) => {
    const { body } = await store.read(record)
    // Needs no parser: the store has checked that this version of the program wrote it.
    const { parts } = JSON.parse(Buffer.from(body).toString()) as CachedBody
    return toBodyText(parts)
  }
}
