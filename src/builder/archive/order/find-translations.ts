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
 * Finds posts of one name in folders or collections of different languages (`fr/news/tide.md`), files of one name for
 * different languages (`tide.fr.md`), and posts whose front matter says different languages: those that it gives one name
 * (`ref`, `translationKey`), and files of one name in different folders. Each gets the list of the others, by language; of
 * two posts in one language neither is taken.
 */
export function findTranslations<Post extends KnownPost>(
  posts: readonly Post[],
  places: PostPlaces,
): Map<Post, PostTranslation[]> {
  const found = new Map<Post, PostTranslation[]>()
  for (const readName of [
    (post: KnownPost) => readPlacedName(post, places),
    readSharedName,
    readFileName,
  ]) {
    // Nearly all archives have one language a post: little is read of their posts here.
    for (const group of groupByName(posts, found, readName)) {
      const sorted = group.toSorted((a, b) => (a.language < b.language ? -1 : 1))
      for (const { post } of sorted) {
        found.set(post, sorted.filter((other) => other.post !== post).map(toTranslation))
      }
    }
  }
  return found
}

interface Named {
  key: string
  language?: string | undefined
}

/** Groups of posts of one name, each in another language, among those that have no translations yet. */
function groupByName<Post extends KnownPost>(
  posts: readonly Post[],
  found: ReadonlyMap<Post, unknown>,
  readName: (post: Post) => Named | undefined,
): Spoken<Post>[][] {
  const groups = new Map<string, Spoken<Post>[]>()
  for (const post of posts) {
    if (post.supersededBy !== undefined || found.has(post)) continue
    const { key, language = post.cached.row.language } = readName(post) ?? {}
    if (key === undefined || language === undefined) continue
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [{ post, language }])
    else group.push({ post, language })
  }
  return [...groups.values()].filter((group) => {
    const languages = new Set(group.map(({ language }) => language))
    return languages.size > 1 && languages.size === group.length
  })
}

function readPlacedName(
  { cached: { collection, fileName, file } }: KnownPost,
  places: PostPlaces,
): Named | undefined {
  if (places.size === 0) return undefined
  const place = places.get(file.slice(0, file.lastIndexOf('/')))
  const { language, hasLanguageNames, edition } = place ?? {}
  if (place === undefined || (language ?? hasLanguageNames ?? edition) === undefined) {
    return undefined
  }
  const named = hasLanguageNames === true ? splitLanguageName(fileName) : undefined
  return {
    key: `${edition?.site ?? collection}\n${place.section}\n${named?.name ?? fileName}`,
    language: named?.language ?? language ?? edition?.language,
  }
}

function readSharedName({ cached: { collection, declared } }: KnownPost): Named | undefined {
  if (declared?.key === undefined) return undefined
  return { key: `${collection}\n${declared.key}`, language: declared.language }
}

function readFileName({
  cached: { collection, fileName, declared },
}: KnownPost): Named | undefined {
  if (declared === undefined) return undefined
  return { key: `${collection}\n${fileName}`, language: declared.language }
}

function toTranslation({ post, language }: Spoken<KnownPost>): PostTranslation {
  const { title } = post.cached
  return { id: post.id, language, ...(title === undefined ? {} : { title }) }
}
