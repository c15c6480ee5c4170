import { dataPath, searchBlockPath, type FileHash } from '#contract/file-names.ts'
import type { Manifest } from '#contract/manifest.ts'
import { frameKinds, readFrame } from '#search/bytes/frame.ts'
import { dropProof, toProvenSegment } from '#search/segment/block-proof.ts'
import { parseRoot, type RootSegment, type SearchRoot } from '#search/segment/search-root.ts'
import { toCountText } from '#builder/ground/text/count-text.ts'
import { toFaultText } from '#builder/ground/text/fault-text.ts'
import { sha256 } from '#builder/ground/sha256.ts'
import type { BuiltSite } from '#builder/site/verify/built-site.ts'

/** Every block of the index is proven and in its place, and the index has as many rows as the timeline. */
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
  const verified = new Map<FileHash, RootSegment>()
  for (const segment of root.segments) {
    const same = verified.get(segment.id)
    if (same === undefined) faults.push(...(await verifySegment(segment, site)))
    else if (!hasSameBlocks(same, segment)) {
      faults.push(`search index: tells of the segment ${segment.id} in two ways`)
    }
    verified.set(segment.id, segment)
  }
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

/** Two stretches of equal posts share a segment. */
function hasSameBlocks(one: RootSegment, other: RootSegment): boolean {
  return (
    one.blocks === other.blocks &&
    one.numbers.length === other.numbers.length &&
    one.numbers.every((number, at) => number === other.numbers[at])
  )
}

/** Stops at the first block that is missing: a root can claim any number of them. */
async function verifySegment(segment: RootSegment, site: BuiltSite): Promise<string[]> {
  const faults: string[] = []
  const termBlocks = new Set(segment.numbers)
  for (let number = 0; number < segment.blocks; number++) {
    const path = searchBlockPath(segment.id, number)
    if (!(await site.has(path))) {
      const rest = toCountText(segment.blocks - number - 1, 'block')
      site.note(path, `missing, and ${rest} after it not verified`)
      break
    }
    const bytes = await site.read(path)
    const isTerms = termBlocks.has(number)
    const fault = bytes && findBlockFault(bytes, { path, segment, number, isTerms })
    if (fault !== undefined) faults.push(fault)
  }
  return faults
}

interface CheckedBlock {
  path: string
  segment: RootSegment
  number: number
  isTerms: boolean
}

function findBlockFault(
  bytes: Uint8Array,
  { path, segment: { id, blocks }, number, isTerms }: CheckedBlock,
): string | undefined {
  const place = { number, blocks }
  try {
    const found = readFrame(dropProof(bytes, place), path)
    const isRight = found.number === number && (found.kind === frameKinds.terms) === isTerms
    if (!isRight) return `${path}: contains another block`
  } catch (error) {
    const text = toFaultText(error)
    return text.includes(path) ? text : `${path}: ${text}`
  }
  // A block of another build, or a forged one, passes every check of its own.
  return toProvenSegment(bytes, place, sha256) === id
    ? undefined
    : `${path}: is not proven to be a block of its segment`
}
