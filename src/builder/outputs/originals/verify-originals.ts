import type { Manifest } from '#contract/manifest.ts'
import { parseOriginals, postsPerOriginalsFile } from '#contract/originals-file.ts'
import type { BuiltSite } from '#builder/site/verify/built-site.ts'
import { expectCount } from '#builder/site/verify/expect-count.ts'

/** Every post has its place in one of the files. */
export async function verifyOriginals(
  { originals = [], timeline: { rows } }: Manifest,
  site: BuiltSite,
): Promise<string[]> {
  const needed = Math.ceil(rows / postsPerOriginalsFile)
  const faults = expectCount('originals: files', originals.length, needed)
  for (const [at, hash] of originals.entries()) {
    const file = await site.readJson('originals', hash, parseOriginals)
    if (file === undefined) continue
    const first = at * postsPerOriginalsFile
    const own = Math.min(postsPerOriginalsFile, rows - first)
    faults.push(
      ...expectCount(`originals ${hash}: first ordinal`, file.firstOrdinal, first),
      ...expectCount(`originals ${hash}: posts`, file.urls.length, own),
      ...expectCount(`originals ${hash}: ids`, file.ids?.length ?? own, own),
    )
  }
  return faults
}
