import { join } from 'node:path'
import { searchBlockPath } from '#contract/file-names.ts'
import { readCheckedLines, writeCheckedLines } from '#builder/ground/disk/checked-file.ts'
import type { SiteFile } from '#builder/site/memo/site-memo.ts'
import type { MergedSegment } from './index-work.ts'

const memoName = 'segments.broadsheet'

/** Segments that were written, by their cache keys. */
export type SegmentMemo = Map<string, MergedSegment>

/** Reads the segments of the previous build; empty when they are not known. */
export async function readSegmentMemo(folder: string): Promise<SegmentMemo> {
  const lines = (await readCheckedLines(join(folder, memoName))) ?? []
  // Needs no parser: the keys depend on the program, and the lines have checksums.
  return new Map(lines.map((line) => JSON.parse(line.toString()) as [string, MergedSegment]))
}

/** Writes the memo. */
export function writeSegmentMemo(folder: string, memo: SegmentMemo): Promise<void> {
  return writeCheckedLines(join(folder, memoName), memo)
}

/** The files of a segment. */
export function listSegmentFiles({ id, sizes }: MergedSegment): SiteFile[] {
  return sizes.map((bytes, block) => [searchBlockPath(id, block), bytes])
}
