import { isOwnAddress, parseNamedLink, type NamedLink } from '#core/address/own-address.ts'
import { toTitleKey } from '#core/address/old-address.ts'
import { decodePath } from '#core/address/parse-permalink.ts'
import { parseUrl } from '#core/address/parse-url.ts'
import { toSourceUrlKey } from '#core/address/source-url.ts'
import { dropMarkupEnding } from '#core/post/markup-name.ts'
import { toTextNumber } from '../post/post-hashes.ts'

/** The post that a link stands in. */
export interface LinkPlace {
  /** Path of its file, as in `PostFile.file`. */
  file: string
  /** Address of its collection's site, see `SiteAddresses.root`. */
  root: string
}

/** What is known of a link before all posts are. */
export interface ReadLink {
  /**
   * What it may be found by among the addresses and names of all posts, the surest first: hashes, as in
   * `post-hashes.ts`. Empty when it leads to no page.
   */
  numbers: number[]
  /** Whether it is to be found by the names and addresses that the collection gives its posts. */
  isWithin: boolean
  /** Set when it names a post by its file. */
  named?: NamedLink
}

/** Reads a link. */
export function readLink(url: string, place: LinkPlace): ReadLink {
  const named = parseNamedLink(url)
  if (named !== undefined) {
    const numbers = toNameKeys(named.name, place.file).map(toTextNumber)
    return { numbers, isWithin: true, named }
  }
  const key = toSourceUrlKey(url)
  if (key === undefined) return { numbers: [], isWithin: false }
  const isWithin = isOnSite(key, place.root)
  const page = isWithin ? toPageKey(key) : undefined
  if (page === undefined) return { numbers: isOwnAddress(url) ? [] : [toTextNumber(key)], isWithin }
  // A post may also have been mirrored from an address on the very site.
  return { numbers: [toTextNumber(page), toTextNumber(key)], isWithin }
}

/** The number of an address on the site of a collection; `undefined` for that of the whole site. */
export function toPageNumber(url: string): number | undefined {
  const key = toSourceUrlKey(url)
  const page = key === undefined ? undefined : toPageKey(key)
  return page === undefined ? undefined : toTextNumber(page)
}

/** Beginning of the keys of a site's pages, by its address: there are few sites and many links. */
const keyStarts = new Map<string, string>()

function isOnSite(key: string, root: string): boolean {
  let start = keyStarts.get(root)
  if (start === undefined) {
    const host = parseUrl(root)?.host.replace(/^www\./, '') ?? ''
    start = host === '' ? '' : `${host}/`
    keyStarts.set(root, start)
  }
  return start !== '' && key.startsWith(start)
}

/** Key of a page on a site, the same for all spellings that hosts take for it. */
function toPageKey(key: string): string | undefined {
  const [path = ''] = key.split(/[?#]/)
  const page = (decodePath(path) ?? path)
    .toLowerCase()
    .replace(/\/index\.html?$/, '')
    .replace(/\/+$/, '')
    .replace(/([^/])\.html?$/, '$1')
  return page.includes('/') ? `page\n${page}` : undefined
}

/** Keys of the files that a name may mean: below the folder of the post, below the collection, or anywhere in it. */
function toNameKeys(written: string, file: string): string[] {
  const parts = toNameParts(written)
  const [collection = '', ...folders] = file.split('/').slice(0, -1)
  const isRooted = written.startsWith('/')
  const near = resolve([...folders.map(toTitleKey), ...parts])
  const name = resolve(parts)
  if (name.length === 0) return []
  return [
    ...(isRooted ? [] : [toPathKey(collection, near)]),
    toPathKey(collection, name),
    toAnyKey(collection, name),
  ]
}

/** Key of the file at a path below its collection. */
export function toPathKey(collection: string, parts: readonly string[]): string {
  return `file\n${collection}\n${parts.join('/')}`
}

/** Key of a file anywhere in its collection whose path ends so. */
export function toAnyKey(collection: string, parts: readonly string[]): string {
  return `name\n${collection}\n${parts.join('/')}`
}

/** The parts of a path to a file, spelled alike: without ending, case and signs. */
export function toNameParts(path: string): string[] {
  return dropMarkupEnding(path.trim().replace(/\/+$/, ''))
    .split('/')
    .map((part) => (part === '..' ? part : toTitleKey(part)))
    .filter((part) => part !== '')
}

function resolve(parts: readonly string[]): string[] {
  const path: string[] = []
  for (const part of parts) {
    if (part === '..') path.pop()
    else path.push(part)
  }
  // `name/` and `name/index.md` are one page.
  return path.at(-1) === 'index' && path.length > 1 ? path.slice(0, -1) : path
}
