// For tests: reads a published site as a browser does, from its address alone.
import { parseBodyPack } from '#contract/body-pack.ts'
import { hashDataFile } from '#contract/data-hash.ts'
import { dataPath, manifestPath, type FileHash } from '#contract/file-names.ts'
import { parseFacetDictionary } from '#contract/facet-dictionary.ts'
import { parseManifest, type Manifest } from '#contract/manifest.ts'
import { parseOpening } from '#contract/opening-file.ts'
import { parseTimelineShard } from '#contract/timeline-shard.ts'
import { sha256 } from '#builder/ground/sha256.ts'

/**
 * Reads a whole site, from its home page and manifest to every row, body and page; returns the manifest.
 * @throws Error when anything is missing or does not match its content hash.
 */
export async function readPublishedSite(siteUrl: string): Promise<Manifest> {
  const start = await downloadBytes(`${siteUrl}index.html`)
  for (const [, asset = ''] of start.toString().matchAll(/(?:src|href)="\.\/(assets\/[^"]+)"/g)) {
    await downloadBytes(`${siteUrl}${asset}`)
  }
  const manifest = parseManifest(
    JSON.parse(String(await downloadBytes(`${siteUrl}${manifestPath}`))),
  )
  const read = async (kind: 'opening' | 'facets' | 'timeline' | 'bodies', hash: FileHash) => {
    const bytes = await downloadBytes(`${siteUrl}${dataPath(kind, hash)}`)
    if ((await hashDataFile(kind, bytes, sha256)) !== hash)
      throw new Error(`${kind} ${hash} does not match its hash`)
    return JSON.parse(String(bytes)) as unknown
  }
  parseOpening(await read('opening', manifest.opening))
  for (const { dictionary } of manifest.facets) {
    parseFacetDictionary(await read('facets', dictionary))
  }
  for (const hash of manifest.timeline.tail) {
    const shard = parseTimelineShard(await read('timeline', hash))
    for (const { pack } of shard.packs) parseBodyPack(await read('bodies', pack))
    for (const { id } of shard.rows) await downloadBytes(`${siteUrl}posts/${id}/index.html`)
  }
  return manifest
}

async function downloadBytes(url: string): Promise<Buffer> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${url} responds with ${response.status}`)
  return Buffer.from(await response.arrayBuffer())
}
