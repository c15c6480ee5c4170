import type { PostProblem } from '#core/post/post.ts'
import { toTextDigest } from '#core/text/text-digest.ts'
import type { OrderedPost } from '#builder/archive/order/order-posts.ts'
import { findAliases, findOldAddress } from './old-address.ts'
import type { OldSites } from './old-sites.ts'
import { foldPath, toRedirectPath } from '#builder/site/write/redirect-path.ts'

/** Which posts get a redirect page. */
export interface RedirectPlan {
  sites: OldSites
  /**
   * By ordinal, 1 = a page. Paths are computed again when pages are written: they would take more memory than the
   * posts.
   */
  hasPage: Uint8Array
  /** Paths of pages at further addresses of posts, by ordinal. */
  furtherPages: ReadonlyMap<number, readonly string[]>
  /** One for every old address without a redirect page. */
  problems: PostProblem[]
}

const hint = 'The address still works where the host shows 404.html for what it does not find.'

/**
 * Decides which posts get a redirect page: never two at one path (the newest post wins), and none where the site has
 * its own files.
 */
export function planRedirects(posts: readonly OrderedPost[], sites: OldSites): RedirectPlan {
  const hasPage = new Uint8Array(posts.length)
  const problems: PostProblem[] = []
  const taken = new Map<number, OrderedPost>()
  const folders = new Set<number>()
  for (let ordinal = posts.length - 1; ordinal >= 0; ordinal--) {
    const post = posts[ordinal]
    const place = post && toPlace(post, sites)
    if (post === undefined || place === undefined) continue
    const fault = 'fault' in place ? place.fault : findClash(post, place.path, { taken, folders })
    if (fault === undefined) hasPage[ordinal] = 1
    else if (fault !== 'same') problems.push(toProblem(post, fault, 'permalink'))
  }
  const furtherPages = new Map<number, string[]>()
  // After all others: an address that a post has itself is never another's further one.
  for (let ordinal = posts.length - 1; ordinal >= 0; ordinal--) {
    const post = posts[ordinal]
    const pages: string[] = []
    for (const address of post === undefined ? [] : findAliases(post.cached, sites)) {
      const place = toRedirectPath(address)
      if (post === undefined) continue
      const fault =
        'fault' in place
          ? place.fault
          : findClash(post, place.path, { taken, folders, isAlias: true })
      if (fault === undefined && 'path' in place) pages.push(place.path)
      else if (fault !== 'same') problems.push(toProblem(post, fault ?? '', 'aliases'))
    }
    if (pages.length > 0) furtherPages.set(ordinal, pages)
  }
  return { sites, hasPage, furtherPages, problems }
}

function toProblem({ cached }: OrderedPost, fault: string, field: string): PostProblem {
  const name = field === 'aliases' ? 'A further address' : 'Its old address'
  const reason = `${name} gets no page of its own: ${fault}.`
  return { file: cached.file, severity: 'warning', field, reason, hint }
}

/** Where the redirect page of a post lies, or why it has none; `undefined` when the post has no old address. */
export function toPlace({ cached }: OrderedPost, sites: OldSites) {
  const address = findOldAddress(cached, sites)
  return address === undefined ? undefined : toRedirectPath(address)
}

interface ClashFacts {
  taken: Map<number, OrderedPost>
  folders: Set<number>
  /** Whether the path is a further one of the post. */
  isAlias?: boolean
}

/** Claims a path, or returns why it cannot be used. `same`: another version of the post has it already. */
function findClash(
  post: OrderedPost,
  path: string,
  { taken, folders, isAlias = false }: ClashFacts,
): string | undefined {
  const digest = toTextDigest(foldPath(path))
  const other = taken.get(digest)
  if (other !== undefined) {
    const isSame = toTarget(other) === toTarget(post)
    return isSame
      ? 'same'
      : `it is also the address of ${other.cached.file}, which ${isAlias ? 'has it itself' : 'is newer'}`
  }
  // A page and a folder clash only where the folder is named like a page.
  const above = [...foldPath(path).matchAll(/\.html(?=\/)/g)].map(({ index }) =>
    toTextDigest(foldPath(path).slice(0, index + '.html'.length)),
  )
  if (folders.has(digest) || above.some((folder) => taken.has(folder))) {
    return 'one of its folders is the page of another post'
  }
  taken.set(digest, post)
  for (const folder of above) folders.add(folder)
  return undefined
}

/** Id of the post that a redirect page leads to: the newest version. */
export function toTarget({ id, supersededBy }: OrderedPost): string {
  return supersededBy ?? id
}
