import type { Manifest } from '#contract/manifest.ts'
import { listBrowsePaths } from '#builder/outputs/lists/browse-plan.ts'
import type { SitePlan } from '#builder/site/plan/site-plan.ts'
import type { FeedTools } from '#builder/outputs/feeds/write-feeds.ts'
import { toRobotsFile } from '#builder/outputs/sitemap/robots-file.ts'
import { toWebManifest, webManifestPath } from '#builder/site/page/web-manifest.ts'

/**
 * Writes what programs other than the reader ask a site for: feeds, the site map, what robots may do, how the site is called as a
 * program of a device. Gives what the manifest says of feeds.
 */
export async function writeForOthers(plan: SitePlan, tools: FeedTools): Promise<Manifest['feeds']> {
  const { writer } = tools
  const { title, language, address, discovery } = plan
  const only = discovery.collections.length === 1 ? discovery.collections[0] : undefined
  const description = only?.config.description
  await writer.writePage(webManifestPath, toWebManifest({ title, description, language }))
  await writer.writePage('robots.txt', toRobotsFile(address))
  if (address === undefined) return undefined
  // Loaded only here: most of what follows nobody needs who tries an archive at home.
  const { writeSitemap } = await import('#builder/outputs/sitemap/write-sitemap.ts')
  await writeSitemap(plan, { ...tools, otherPaths: [...listBrowsePaths(plan)] })
  const { writeFeeds } = await import('#builder/outputs/feeds/write-feeds.ts')
  return writeFeeds(plan, tools)
}
