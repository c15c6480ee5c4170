import { dataPath, manifestPath, parseDataPath, toFileHash } from '#contract/file-names.ts'
import { sha256 } from '#builder/ground/sha256.ts'
import type { BuiltSite } from './built-site.ts'

/** The manifest is the copy of one under the hash of its bytes, so that no two say different things of a build. */
export async function verifyManifest(site: BuiltSite): Promise<string[]> {
  for (const path of site.paths) {
    const named = parseDataPath(path)
    if (named?.folder === 'manifests') await site.readData('manifests', named.hash)
  }
  const bytes = await site.read(manifestPath)
  if (bytes === undefined) return []
  const hash = toFileHash(sha256(bytes))
  const path = dataPath('manifests', hash)
  if (site.paths.has(path)) return []
  // A build that was killed right after it replaced the manifest has not recorded it as the newest.
  if (await site.has(path)) await site.readData('manifests', hash)
  else return [`${manifestPath}: is not the copy of one in data/manifests`]
  return []
}
