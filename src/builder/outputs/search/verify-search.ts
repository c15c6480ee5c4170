import { createHash } from 'node:crypto'
import { dataPath, searchBlockPath, toFileHash } from '#contract/file-names.ts'
import type { Manifest } from '#contract/manifest.ts'
import { frameKinds, readFrame } from '#search/bytes/frame.ts'
import { parseRoot, type RootSegment, type SearchRoot } from '#search/segment/search-root.ts'
import { toFaultText } from '#builder/ground/text/fault-text.ts'
import type { BuiltSite } from '#builder/site/verify/built-site.ts'

/** Every block of the index is readable and in its place, and the index has as many rows as the timeline. */
export async function verifySearch(
  { search, timeline }: Manifest,
  site: BuiltSite,
): Promise<string[]> {
  const bytes = search && (await site.readData('search', search.root))
  if (search === undefined || bytes === undefined) return []
  const root = readRoot(bytes, dataPath('search', search.root), site)
  if (root === undefined) return []
  const faults =
    root.rows === timeline.rows
      ? []
      : [`search index: holds ${root.rows} rows, expected ${timeline.rows}`]
  for (const segment of root.segments) faults.push(...(await verifySegment(segment, site)))
  return faults
}

function readRoot(bytes: Uint8Array, path: string, site: BuiltSite): SearchRoot | undefined {
  try {
    return parseRoot(bytes)
  } catch (error) {
    site.note(path, error)
    return undefined
  }
}

async function verifySegment(
  { id, blocks, numbers }: RootSegment,
  site: BuiltSite,
): Promise<string[]> {
  const faults: string[] = []
  const termBlocks = new Set(numbers)
  const hash = createHash('sha256')
  let isWhole = true
  for (let block = 0; block < blocks; block++) {
    const path = searchBlockPath(id, block)
    const bytes = await site.read(path)
    const fault = bytes && findBlockFault(bytes, { path, block, isTerms: termBlocks.has(block) })
    if (fault !== undefined) faults.push(fault)
    if (bytes === undefined || fault !== undefined) isWhole = false
    else hash.update(bytes)
  }
  // A block of another build passes every check of its own.
  if (isWhole && toFileHash(hash.digest()) !== id) {
    faults.push(`data/search/${id}: its blocks do not match its name`)
  }
  return faults
}

function findBlockFault(
  bytes: Uint8Array,
  { path, block, isTerms }: { path: string; block: number; isTerms: boolean },
): string | undefined {
  try {
    const { kind, number } = readFrame(bytes, path)
    const isRight = number === block && (kind === frameKinds.terms) === isTerms
    return isRight ? undefined : `${path}: contains another block`
  } catch (error) {
    const text = toFaultText(error)
    return text.includes(path) ? text : `${path}: ${text}`
  }
}
