import * as v from 'valibot'
import type { Manifest } from '#contract/manifest.ts'
import { feedListPath, feedPath, parseFeedFormat } from '#core/address/feed-path.ts'
import { findXmlFault, listXmlValues } from '#builder/ground/text/check-xml.ts'
import type { BuiltSite } from '#builder/site/verify/built-site.ts'
import { listMissing } from '#builder/site/verify/list-missing.ts'

const jsonFeed = v.object({
  version: v.literal('https://jsonfeed.org/version/1.1'),
  title: v.string(),
  items: v.array(v.object({ id: v.string(), url: v.string(), content_html: v.string() })),
})

/** Every feed is well-formed and in the OPML list, and every feed in the list is in the site. */
export async function verifyFeeds(manifest: Manifest, site: BuiltSite): Promise<string[]> {
  const faults: string[] = []
  const whole = new Map<string, string>()
  for (const path of [...site.paths].filter((one) => one.startsWith('feeds/'))) {
    const text = (await site.read(path))?.toString()
    if (text === undefined) continue
    const fault = findFault(path, text)
    if (fault === undefined) whole.set(path, text)
    else faults.push(`${path}: ${fault}`)
  }
  return [
    ...faults,
    ...verifyFeedList(manifest, { paths: site.paths, list: whole.get(feedListPath) }),
  ]
}

function findFault(path: string, text: string): string | undefined {
  if (/\.(?:xml|opml)$/.test(path)) return findXmlFault(text)
  try {
    return v.safeParse(jsonFeed, JSON.parse(text)).success ? undefined : 'it is not a JSON Feed 1.1'
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/**
 * Every feed is in the OPML list, every feed in the list is in the site, and the manifest knows whether there are any.
 */
function verifyFeedList(
  { feeds }: Manifest,
  { paths, list }: { paths: ReadonlySet<string>; list: string | undefined },
): string[] {
  const found = [...paths].filter((path) => parseFeedFormat(path) === 'atom')
  if (feeds === undefined) {
    return found.length === 0 ? [] : ['manifest: it says that there are no feeds']
  }
  if (list === undefined) return [`${feedListPath}: the list of feeds is missing or broken`]
  const addresses = listXmlValues(list, 'outline', 'xmlUrl')
  // The feed of the archive comes first; what precedes its path is the address of the site.
  const site = addresses[0]?.slice(0, -feedPath('atom').length) ?? ''
  const listed = new Set(addresses.map((address) => address.slice(site.length)))
  return [
    ...listMissing(found, { in: listed, of: feedListPath, where: 'it does not list' }),
    ...listMissing(listed, { in: paths, of: feedListPath, where: 'there is no' }),
  ]
}
