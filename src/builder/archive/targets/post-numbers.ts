import { toAliasPaths } from '#builder/read/address/alias-paths.ts'
import { toOwnPath } from '#builder/read/address/own-path.ts'
import { toNamedPath } from '#builder/read/address/named-path.ts'
import { encodePath, type SiteAddresses } from '#builder/read/address/site-addresses.ts'
import { parseUrl } from '#core/address/parse-url.ts'
import { splitLanguageName } from '#builder/read/text/language-name.ts'
import { dropMarkupEnding } from '#core/post/markup-name.ts'
import type { CachedPost } from '../post/cached-post.ts'
import { toTextNumber, toUrlHash } from '../post/post-hashes.ts'
import { toAnyKey, toPathKey, toNameParts, toPageNumber } from '../links/link-numbers.ts'

/** What links find a post by: hashes, as in `readLink`. */
export interface PostNumbers {
  /** Its own address, and the path of its file. */
  sure: number[]
  /** Further addresses, what its name alone makes of an address, parts of its path, its title. */
  likely: number[]
}

/**
 * The numbers of a post by its address on the site of its collection.
 * @param origin that of the site, where it was learned from links.
 */
export function toAddressNumbers(
  post: CachedPost,
  site: SiteAddresses,
  origin?: string,
): PostNumbers {
  const own = toOwnPath(post, site)
  const host = parseUrl(site.root)?.host
  const aliases = toAliasPaths(post, { host, baseurl: site.folder }, own)
  const roots = origin === undefined ? [site.root] : [site.root, origin + site.folder]
  const isJekyll = site.generator === undefined || site.generator === 'jekyll'
  const named = isJekyll ? listNamedPaths(post, site) : []
  const toNumbers = (paths: readonly string[]) =>
    paths.flatMap((path) => toPageNumber(site.root + encodePath(path)) ?? [])
  return {
    // Sites beside this one link to it as to any other.
    sure: own === undefined ? [] : [...toNumbers([own]), ...toOuterNumbers(roots, [own])],
    likely: [
      ...toNumbers([...aliases, ...named]),
      ...(origin === undefined ? [] : toOuterNumbers(roots, [...aliases, ...named])),
    ],
  }
}

function toOuterNumbers(roots: readonly string[], paths: readonly string[]): number[] {
  return roots.flatMap((root) => paths.flatMap((path) => toUrlHash(root + encodePath(path)) ?? []))
}

/** Jekyll's tags name a post with or without the folders above and below `_posts`. */
function listNamedPaths({ file, fileName }: CachedPost, site: SiteAddresses): string[] {
  const folders = file.split('/').slice(1, -1)
  const at = folders.indexOf('_posts')
  const before = at === -1 ? [] : folders.slice(0, at)
  const after = folders.slice(at + 1)
  return [[...before, ...after], before, after, []].flatMap(
    (parts) => toNamedPath([...parts, fileName].join('/'), site) ?? [],
  )
}

/** The numbers of a post by the name and folders of its file, and by its title. */
export function toNameNumbers(post: CachedPost): PostNumbers {
  const { collection, file, fileName, title, addressFields } = post
  const parts = toNameParts(file).slice(1)
  const isBundle = parts.at(-1) === 'index' && parts.length > 1
  const folders = parts.slice(0, isBundle ? -2 : -1)
  const sure = [toPathKey(collection, isBundle ? parts.slice(0, -1) : parts)]
  const likely: string[] = []
  for (const stem of listStems(fileName)) {
    for (let from = folders.length; from >= 0; from--) {
      likely.push(toAnyKey(collection, [...folders.slice(from), ...toNameParts(stem)]))
    }
    likely.push(toPathKey(collection, [...folders, ...toNameParts(stem)]))
  }
  for (const name of [title ?? '', ...(addressFields?.aliases ?? [])]) {
    const words = toNameParts(name.replaceAll('/', ' '))
    if (words.length > 0) likely.push(toAnyKey(collection, words))
  }
  return { sure: sure.map(toTextNumber), likely: likely.map(toTextNumber) }
}

/** The name of a file without its ending, without its day, and without its language. */
function listStems(fileName: string): Set<string> {
  const whole = dropMarkupEnding(fileName)
  const plain = dropMarkupEnding(splitLanguageName(fileName)?.name ?? fileName)
  const dated = /^\d{4}-\d{1,2}-\d{1,2}-/
  return new Set([whole, plain, whole.replace(dated, ''), plain.replace(dated, '')])
}
