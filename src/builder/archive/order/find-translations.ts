import type { ArticleBody } from '#contract/body-pack.ts'
import type { PostId } from '#core/post/post-id.ts'
import { splitLanguageName } from '#builder/read/text/language-name.ts'
import type { CachedPost } from '../post/cached-post.ts'
import type { PostPlaces } from './post-names.ts'

/** The same post in another language. */
export type PostTranslation = NonNullable<ArticleBody['translations']>[number]

/** What is known of a post here. */
interface KnownPost {
  cached: CachedPost
  id: PostId
  supersededBy: PostId | undefined
}

interface Spoken<Post extends KnownPost> {
  post: Post
  language: string
}

/**
 * Finds posts of one name in folders of different languages (`fr/news/tide.md`), and files of one name for different
 * languages (`tide.fr.md`). Each gets the list of the others, by language; of two posts in one language neither is taken.
 */
export function findTranslations<Post extends KnownPost>(
  posts: readonly Post[],
  places: PostPlaces,
): Map<Post, PostTranslation[]> {
  const found = new Map<Post, PostTranslation[]>()
  // Nearly all archives have one language a post: nothing is read of their posts here.
  if (places.size === 0) return found
  const groups = new Map<string, Spoken<Post>[]>()
  for (const post of posts) {
    if (post.supersededBy !== undefined) continue
    const { key, language = post.cached.row.language } = readName(post, places) ?? {}
    if (key === undefined || language === undefined) continue
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [{ post, language }])
    else group.push({ post, language })
  }
  for (const group of groups.values()) {
    const languages = new Set(group.map(({ language }) => language))
    if (languages.size < 2 || languages.size < group.length) continue
    const sorted = group.toSorted((a, b) => (a.language < b.language ? -1 : 1))
    for (const { post } of sorted) {
      found.set(post, sorted.filter((other) => other.post !== post).map(toTranslation))
    }
  }
  return found
}

function readName(
  { cached: { collection, fileName, file } }: KnownPost,
  places: PostPlaces,
): { key: string; language?: string | undefined } | undefined {
  const place = places.get(file.slice(0, file.lastIndexOf('/')))
  if (place?.language === undefined && place?.hasLanguageNames !== true) return undefined
  const named = place.hasLanguageNames === true ? splitLanguageName(fileName) : undefined
  return {
    key: `${collection}\n${place.section}\n${named?.name ?? fileName}`,
    language: named?.language ?? place.language,
  }
}

function toTranslation({ post, language }: Spoken<KnownPost>): PostTranslation {
  const { title } = post.cached
  return { id: post.id, language, ...(title === undefined ? {} : { title }) }
}
