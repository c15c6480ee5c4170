import type { InterfaceLanguage } from '#article/languages/interface-languages.ts'
import { loadArticleMessages } from '#article/load-messages.ts'
import { makeWords, type Words } from '#article/words.ts'
import type { LinkSettler } from '#builder/archive/targets/settle-links.ts'
import { finishRow } from '#builder/archive/recurrence/finish-row.ts'
import type { OrderedPost } from '#builder/archive/order/order-posts.ts'
import { choosePageLanguage } from '#builder/site/plan/page-language.ts'
import type { PostStore } from '#builder/archive/cache/post-store.ts'
import type { PicturePlacer } from '#builder/site/assembly/site-parts.ts'
import { atomWriter } from '../form/atom-feed.ts'
import { EntryShelf, type EntryTexts, type WrittenEntry } from './entry-shelf.ts'
import type { FeedEntry } from '../form/feed.ts'
import { jsonWriter } from '../form/json-feed.ts'
import { rssWriter } from '../form/rss-feed.ts'
import { toEntries } from './to-entry.ts'

/** Where posts and their pictures come from. */
export interface EntryTools {
  store: PostStore
  pictures: PicturePlacer
  settleLinks: LinkSettler
}

/** Makes a function that returns the entry of a post in all formats; entries are cached across feeds. */
export function makeEntryMaker(
  {
    address,
    language,
    isWhole,
  }: { address: string; language: InterfaceLanguage; isWhole: boolean },
  { store, pictures, settleLinks }: EntryTools,
): (post: OrderedPost) => Promise<WrittenEntry> {
  const shelf = new EntryShelf()
  const loaded = new Map<InterfaceLanguage, Words>()
  const loadWords = async (locale: InterfaceLanguage): Promise<Words> => {
    const words = loaded.get(locale) ?? makeWords(await loadArticleMessages(locale), locale)
    loaded.set(locale, words)
    return words
  }
  return (post) =>
    shelf.take(post.id, async () => {
      const stored = finishRow(await store.read(post.cached.record), post)
      const record = isWhole ? (await pictures.place(settleLinks(stored, post))).record : stored
      const locale = choosePageLanguage(post.cached.row.language, language)
      const setting = { site: address, locale, words: await loadWords(locale), isWhole }
      const { brief, whole } = toEntries({ post, record }, setting)
      return { brief: toTexts(brief), whole: whole && toTexts(whole) }
    })
}

function toTexts(entry: FeedEntry): EntryTexts {
  return {
    atom: atomWriter.writeEntry(entry),
    rss: rssWriter.writeEntry(entry),
    json: jsonWriter.writeEntry(entry),
  }
}
