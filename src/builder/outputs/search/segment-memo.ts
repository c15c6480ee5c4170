import { join } from 'node:path'
import { searchBlockPath } from '#contract/file-names.ts'
import { readCheckedLines, writeCheckedLines } from '#builder/ground/disk/checked-file.ts'
import type { SiteFile } from '#builder/site/memo/site-memo.ts'
import type { MergedSegment } from './index-work.ts'

const memoName = 'segments.broadsheet'

/** Segments that were written, by the key of what they were made from. */
export type SegmentMemo = Map<string, MergedSegment>

/** The segments that the build before wrote; none when that is not known. */
export async function readSegmentMemo(folder: string): Promise<SegmentMemo> {
  const lines = (await readCheckedLines(join(folder, memoName))) ?? []
  // The keys hold the program, and the lines are checked: JSON that needs no parser.
  return new Map(lines.map((line) => JSON.parse(line.toString()) as [string, MergedSegment]))
}

/** Remembers segments that were written. */
export function writeSegmentMemo(folder: string, memo: SegmentMemo): Promise<void> {
  return writeCheckedLines(join(folder, memoName), memo)
}

/** The files of a segment. */
export function listSegmentFiles({ id, sizes }: MergedSegment): SiteFile[] {
  return sizes.map((bytes, block) => [searchBlockPath(id, block), bytes])
}
