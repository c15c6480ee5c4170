import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import type { Manifest } from '#contract/manifest.ts'
import { feedListPath, feedPath, parseFeedFormat } from '#core/feed-path.ts'
import { sitemapPath } from '../sitemap/sitemap-path.ts'
import { webManifestPath } from '#builder/site/page/web-manifest.ts'
import { findXmlFault, listXmlValues } from '#builder/ground/text/check-xml.ts'
import { toFaultText, type VerifyNotes } from '#builder/site/verify/verified-reader.ts'

const jsonFeed = v.object({
  version: v.literal('https://jsonfeed.org/version/1.1'),
  title: v.string(),
  items: v.array(v.object({ id: v.string(), url: v.string(), content_html: v.string() })),
})

/** Where the files lie and which of them the newest build recorded. */
export interface ListedFiles {
  folder: string
  paths: ReadonlySet<string>
}

/** Verifies what programs other than the reader ask for: each file is well-formed, and feeds and pages are listed as they lie there. */
export async function verifyForOthers(
  manifest: Pick<Manifest, 'feeds'>,
  { folder, paths }: ListedFiles,
  { faults, looked }: VerifyNotes,
): Promise<void> {
  const texts = new Map<string, string>()
  for (const path of [...paths].filter(isForOthers)) {
    looked.add(path)
    try {
      const text = await readFile(join(folder, path), 'utf8')
      const fault = findFault(path, text)
      if (fault !== undefined) faults.push(`${path}: ${fault}`)
      else if (isList(path)) texts.set(path, text)
    } catch (error) {
      faults.push(`${path}: ${toFaultText(error)}`)
    }
  }
  faults.push(...verifyFeedList(manifest, { paths, list: texts.get(feedListPath) }))
  faults.push(...verifySitemaps(paths, texts))
}

function isForOthers(path: string): boolean {
  return path.startsWith('feeds/') || path === webManifestPath || isSitemap(path)
}

function isSitemap(path: string): boolean {
  return /^sitemap(?:-\d+)?\.xml$/.test(path)
}

function isList(path: string): boolean {
  return path === feedListPath || isSitemap(path)
}

function findFault(path: string, text: string): string | undefined {
  if (/\.(?:xml|opml)$/.test(path)) return findXmlFault(text)
  const value: unknown = JSON.parse(text)
  if (path === webManifestPath || v.safeParse(jsonFeed, value).success) return undefined
  return 'it is no JSON Feed 1.1'
}

/** Every feed stands in the list, every feed of the list lies in the site, and the manifest knows whether there are any. */
function verifyFeedList(
  { feeds }: Pick<Manifest, 'feeds'>,
  { paths, list }: { paths: ReadonlySet<string>; list: string | undefined },
): string[] {
  const found = [...paths].filter((path) => parseFeedFormat(path) === 'atom')
  if (feeds === undefined) {
    return found.length === 0 ? [] : ['manifest: it says that there are no feeds']
  }
  if (list === undefined) return [`${feedListPath}: the list of feeds is missing or broken`]
  const addresses = listXmlValues(list, 'outline', 'xmlUrl')
  // The archive's own feed comes first.
  const site = addresses[0]?.slice(0, -feedPath('atom').length) ?? ''
  const listed = new Set(addresses.map((address) => address.slice(site.length)))
  return [
    ...listMissing(found, { in: listed, of: feedListPath, where: 'it does not list' }),
    ...listMissing(listed, { in: paths, of: feedListPath, where: 'there is no' }),
  ]
}

/** Every page and every file of a site map lies in the site. */
function verifySitemaps(paths: ReadonlySet<string>, texts: ReadonlyMap<string, string>): string[] {
  const main = texts.get(sitemapPath)
  if (main === undefined) return []
  // The first page is the site itself; where there are several files, the first one is the first of them.
  const [first = ''] = listXmlValues(main, 'loc')
  const site = first.replace(/sitemap-1\.xml$/, '')
  return [...texts].flatMap(([path, text]) => {
    if (!isSitemap(path)) return []
    const listed = listXmlValues(text, 'loc').map((address) => address.slice(site.length))
    const files = listed.map((name) => (/(?:^|\/)$/.test(name) ? `${name}index.html` : name))
    return listMissing(files, { in: paths, of: path, where: 'there is no' })
  })
}

function listMissing(
  paths: Iterable<string>,
  { in: known, of, where }: { in: ReadonlySet<string>; of: string; where: string },
): string[] {
  return [...paths].filter((path) => !known.has(path)).map((path) => `${of}: ${where} ${path}`)
}
