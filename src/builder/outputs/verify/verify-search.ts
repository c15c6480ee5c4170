import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { dataPath, searchBlockPath, toFileHash } from '#contract/file-names.ts'
import type { Manifest } from '#contract/manifest.ts'
import { frameKinds, readFrame } from '#search/bytes/frame.ts'
import { parseRoot, type RootSegment, type SearchRoot } from '#search/segment/search-root.ts'
import {
  toFaultText,
  type VerifiedReader,
  type VerifyNotes,
} from '#builder/site/verify/verified-reader.ts'

/** Reads the whole search index and notes what is missing or damaged, and where it does not agree with the rows. */
export async function verifySearch(
  { search, timeline }: Manifest,
  reader: VerifiedReader,
  { folder, ...notes }: VerifyNotes & { folder: string },
): Promise<void> {
  const bytes = search && (await reader.bytes('search', search.root))
  if (search === undefined || bytes === undefined) return
  const root = readRoot(bytes, dataPath('search', search.root), notes)
  if (root === undefined) return
  if (root.rows !== timeline.rows) {
    notes.faults.push(`search index: holds ${root.rows} rows, expected ${timeline.rows}`)
  }
  for (const segment of root.segments) await verifySegment(segment, folder, notes)
}

function readRoot(bytes: Uint8Array, path: string, notes: VerifyNotes): SearchRoot | undefined {
  try {
    return parseRoot(bytes)
  } catch (error) {
    notes.faults.push(`${path}: ${toFaultText(error)}`)
    return undefined
  }
}

async function verifySegment(
  { id, blocks, numbers }: RootSegment,
  folder: string,
  { faults, looked }: VerifyNotes,
): Promise<void> {
  const termBlocks = new Set(numbers)
  const hash = createHash('sha256')
  let isWhole = true
  for (let block = 0; block < blocks; block++) {
    const path = searchBlockPath(id, block)
    looked.add(path)
    try {
      const bytes = await readFile(join(folder, path))
      hash.update(bytes)
      const { kind, number } = readFrame(bytes, path)
      if (number !== block || (kind === frameKinds.terms) !== termBlocks.has(block)) {
        faults.push(`${path}: holds another block`)
        isWhole = false
      }
    } catch (error) {
      const text = toFaultText(error)
      faults.push(text.includes(path) ? text : `${path}: ${text}`)
      isWhole = false
    }
  }
  // A block of another build is whole by itself.
  if (isWhole && toFileHash(hash.digest()) !== id) {
    faults.push(`data/search/${id}: its blocks are not those its name promises`)
  }
}
