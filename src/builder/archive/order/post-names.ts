import type { PostPlace } from '#builder/read/discover/post-place.ts'
import { toNameHash, toTextNumber } from '../post/post-hashes.ts'
import type { CachedPost } from '../post/cached-post.ts'

/** What posts of one name share; different posts have different ones. */
export interface PostName {
  /** Collection, language, section and file name; what ids are made from. */
  text: string
  /** 40 bits of the hash of `text`. */
  number: number
}

/** Places of posts by the path of their folder, as in `PostFile.file` without the trailing `/`. */
export type PostPlaces = ReadonlyMap<string, PostPlace>

/**
 * Names of all posts. A name is the file name, so that a post keeps it when its file moves from `_posts` to `archived`.
 * In a folder of a language the language belongs to it. The other folders belong to it only where posts of one name lie
 * in several of them.
 */
export class PostNames {
  readonly #special = new Map<CachedPost, PostName>()
  readonly #places: PostPlaces

  constructor(posts: readonly CachedPost[], places: PostPlaces) {
    this.#places = places
    // Nearly all archives are flat: nothing is read of their posts here.
    if (places.size > 0) this.#nameAll(posts)
  }

  of(post: CachedPost): PostName {
    return this.#special.get(post) ?? toPlainName(post)
  }

  /** The posts that are known by more than their collection and file name. */
  get special(): Iterable<CachedPost> {
    return this.#special.keys()
  }

  #nameAll(posts: readonly CachedPost[]): void {
    const first = new Map<number, string>()
    const shared = new Set<number>()
    const sections: string[] = []
    for (const post of posts) {
      const place = this.#placeOf(post)
      const section = toSection(post, place)
      sections.push(section)
      const name = toPlacedName(post, place?.language ?? '', '')
      if (name.text !== toPlainText(post)) this.#special.set(post, name)
      const known = first.get(name.number)
      if (known === undefined) first.set(name.number, section)
      else if (known !== section) shared.add(name.number)
    }
    if (shared.size === 0) return
    for (const [at, post] of posts.entries()) {
      const section = sections[at] ?? ''
      if (section === '' || !shared.has(this.of(post).number)) continue
      const language = this.#placeOf(post)?.language ?? ''
      this.#special.set(post, toPlacedName(post, language, section))
    }
  }

  #placeOf({ file }: CachedPost): PostPlace | undefined {
    return this.#places.get(file.slice(0, file.lastIndexOf('/')))
  }
}

function toPlacedName(post: CachedPost, language: string, section: string): PostName {
  if (language === '' && section === '') return toPlainName(post)
  const path = [language, section, post.fileName].filter((part) => part !== '').join('/')
  const text = `${post.collection}\n${path}`
  return { text, number: toTextNumber(text) }
}

/** Without the folder of a page bundle, which is the file name already. */
function toSection(post: CachedPost, { section = '' }: Partial<PostPlace> = {}): string {
  if (section === '') return ''
  const cut = section.lastIndexOf('/')
  const isBundle = post.fileName.startsWith(`${section.slice(cut + 1)}.`) && isIndex(post.file)
  return isBundle ? section.slice(0, Math.max(cut, 0)) : section
}

/** The name a post had in sites that were built before folders counted. */
export function toFormerName({ collection, file }: CachedPost): PostName {
  const base = file.slice(file.lastIndexOf('/') + 1)
  return { text: `${collection}\n${base}`, number: toNameHash(collection, base) }
}

function toPlainName(post: CachedPost): PostName {
  return { text: toPlainText(post), number: post.nameHash }
}

function toPlainText({ collection, fileName }: CachedPost): string {
  return `${collection}\n${fileName}`
}

function isIndex(file: string): boolean {
  return /\/index\.[^/]*$/i.test(file)
}
