import { isOwnAddress, ownHost, ownOrigin, toInnerLink } from '#core/address/own-address.ts'
import { idPrefix } from '#core/html/html-policy.ts'
import { parseUrl } from '#core/address/parse-url.ts'
import type { PostId } from '#core/post/post-id.ts'
import type { Collection } from '#builder/read/discover/discover-posts.ts'
import type { RecordBytes } from '../cache/record-file.ts'
import type { OrderedPost } from '../order/order-posts.ts'
import type { CachedBody } from '../post/cached-post.ts'
import { readLink, type LinkPlace } from '../links/link-numbers.ts'
import { makeSiteFinder } from './resolve-links.ts'
import { turnLinks, type LinkTurn } from '../links/written-links.ts'

/** Returns the record of a post with its links to other posts leading inside the archive. */
export type LinkSettler = (record: RecordBytes, post: OrderedPost) => RecordBytes

/** Makes the function that settles the links of posts, once it is known which posts there are. */
export function makeLinkSettler(collections: readonly Collection[]): LinkSettler {
  const findSite = makeSiteFinder(collections)
  return (record, { cached, targets }) => {
    if (targets === undefined && !holdsOwnLinks(record)) return record
    // Needs no parser: this program wrote the record when it read the post.
    const body = JSON.parse(Buffer.from(record.body).toString()) as CachedBody
    const place = { file: cached.file, root: findSite(cached).root }
    const turn = makeTurn(new Map(targets), place)
    return { ...record, body: Buffer.from(JSON.stringify({ ...body, ...turnLinks(body, turn) })) }
  }
}

// As JSON writes the start of an address in HTML, and what only addresses of unknown sites hold.
const ownLinks = [`<a href=\\"${ownOrigin}/`, `.${ownHost}/`]

/** Whether there are links that stand for something else and must not stay. */
function holdsOwnLinks({ body }: RecordBytes): boolean {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength)
  return ownLinks.some((start) => bytes.includes(start))
}

function makeTurn(targets: ReadonlyMap<number, PostId>, place: LinkPlace) {
  return (url: string): LinkTurn | undefined => {
    const { numbers, named } = readLink(url, place)
    const target = numbers.map((number) => targets.get(number)).find(Boolean)
    if (target !== undefined) return { kind: 'inner', url: toInnerLink(target, toHash(url)) }
    if (!isOwnAddress(url)) return undefined
    const otherwise = named?.otherwise
    // An article may hold any address, and only those of the web may be linked.
    return otherwise !== undefined && /^https?:\/\//i.test(otherwise)
      ? { kind: 'outer', url: parseUrl(otherwise)?.href ?? '' }
      : { kind: 'none' }
  }
}

/** The place in the post, as prerendered pages name it. */
function toHash(url: string): string {
  const hash = parseUrl(url)?.hash.slice(1) ?? ''
  if (hash === '' || hash.startsWith(':~:')) return ''
  return `#${hash.startsWith(idPrefix) ? '' : idPrefix}${hash}`
}
