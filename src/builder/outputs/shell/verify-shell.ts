import type { BuiltSite } from '#builder/site/verify/built-site.ts'
import { webManifestPath } from '#builder/site/page/web-manifest.ts'
import { verifyPageGuards } from '#builder/site/verify/verify-page-guards.ts'
import { shellPaths } from './write-shell.ts'

/** The pages that start the reader exist and are safe, and the web app manifest is JSON. */
export async function verifyShell(site: BuiltSite): Promise<string[]> {
  const faults = await verifyPageGuards(site, (path) => shellPaths.includes(path))
  const bytes = await site.read(webManifestPath)
  try {
    if (bytes !== undefined) JSON.parse(bytes.toString())
  } catch (error) {
    site.note(webManifestPath, error)
  }
  return faults
}
