import { createHash } from 'node:crypto'
import type { OrderedPost } from '#builder/archive/order/order-posts.ts'
import { toFirstPage } from '#builder/site/plan/first-page.ts'
import type { SitePlan } from '#builder/site/plan/site-plan.ts'
import type { FileGroups } from '#builder/site/write/file-groups.ts'
import type { SiteWriter } from '#builder/site/write/site-writer.ts'
import { sitemapPath } from './sitemap-path.ts'
import { toPostAddress } from '#builder/site/page/post-address.ts'
import { toSitemap, toSitemapIndex, type SitemapPage } from './sitemap-text.ts'

/** Most pages in a file that the protocol allows. */
const pagesPerFile = 50_000

/** What writing a sitemap needs besides the plan. */
export interface SitemapTools {
  groups: FileGroups
  writer: SiteWriter
  /** Paths of pages besides the first page and those of posts. */
  otherPaths?: readonly string[]
  /** Most pages in a file; absent = what the protocol allows. */
  pagesPerFile?: number
}

/**
 * Writes the sitemap: every page that reads without JavaScript, except older versions of posts, which the newest one
 * links to. Where it is too long for one file, posts fill files from the oldest on, so that a new post changes only the
 * last file.
 */
export async function writeSitemap(
  { address, posts, options }: Pick<SitePlan, 'posts' | 'options'> & { address: string },
  tools: SitemapTools,
): Promise<void> {
  const { writer, otherPaths = [] } = tools
  const most = tools.pagesPerFile ?? pagesPerFile
  const paths = ['', ...otherPaths].map((path) => ({ address: address + path, changed: undefined }))
  const listed = posts
    .slice(toFirstPage(options.pages, posts.length))
    .filter(({ supersededBy }) => supersededBy === undefined)
  if (paths.length + listed.length <= most) {
    return writeGroup(sitemapPath, [...paths, ...toPages(listed, address)], tools)
  }
  const files: string[] = []
  const parts = [...cut(paths, most), ...cut(listed, most).map((part) => toPages(part, address))]
  for (const pages of parts) {
    const path = `sitemap-${files.length + 1}.xml`
    await writeGroup(path, pages, tools)
    files.push(address + path)
  }
  await writer.writePage(sitemapPath, toSitemapIndex(files))
}

function toPages(posts: readonly OrderedPost[], site: string): SitemapPage[] {
  return posts.map(({ id, cached: { row } }) => ({
    address: toPostAddress(site, id),
    // Mirrored articles do not change after they are published.
    changed: row.publishedAt ?? row.knownPart ?? row.publishedOn,
  }))
}

async function writeGroup(
  path: string,
  pages: readonly SitemapPage[],
  { groups, writer }: SitemapTools,
): Promise<void> {
  const hash = createHash('sha256').update(`sitemap ${path}\n`)
  for (const { address, changed } of pages) hash.update(`${address} ${changed ?? ''}\n`)
  await groups.keepOr(hash.digest('base64url').slice(0, 22), async () => {
    await writer.writePage(path, toSitemap(pages))
    return [path]
  })
}

function cut<T>(list: readonly T[], most: number): (readonly T[])[] {
  const parts: (readonly T[])[] = []
  for (let at = 0; at < list.length; at += most) parts.push(list.slice(at, at + most))
  return parts
}
