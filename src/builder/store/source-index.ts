import { appendCheckedLine, readCheckedLines, writeCheckedLines } from './checked-file.ts'
import { toIndexLine, toSourceRecord, type IndexLine, type SourceRecord } from './source-record.ts'

const recordsPerLine = 512

interface IndexHead {
  /** Program that prepared the posts. */
  program: string
  /** Bytes of the file of records that are ours. */
  recordBytes: number
  /** Lines of records that follow; what stands after them was added by later builds. */
  lines: number
}

/** What a later build found changed. */
interface IndexChange {
  recordBytes: number
  /** Sources that are new or not as they were. */
  changed: IndexLine[]
  /** Files that are gone. */
  gone: string[]
}

/** All source files that are known. */
interface IndexState {
  program: string
  recordBytes: number
  sources: SourceRecord[]
}

/**
 * Writes an index, given what it holds now. A few changes are added to its end: writing it anew would take longer than the
 * rest of a build after which one post changed.
 */
export async function writeIndex(
  path: string,
  { program, recordBytes, sources }: IndexState,
  known: ReadonlyMap<string, SourceRecord>,
): Promise<void> {
  const changed = sources.filter((source) => known.get(source.file) !== source)
  const gone = listGone(sources, known)
  if (changed.length + gone.length === 0) return
  if ((changed.length + gone.length) * 8 < known.size) {
    const change: IndexChange = { recordBytes, changed: changed.map(toIndexLine), gone }
    await appendCheckedLine(path, change)
    return
  }
  const lines = Math.ceil(sources.length / recordsPerLine)
  await writeCheckedLines(path, toIndex({ program, recordBytes, lines }, sources))
}

function listGone(sources: SourceRecord[], known: ReadonlyMap<string, SourceRecord>): string[] {
  const here = new Set(sources.map(({ file }) => file))
  return [...known.keys()].filter((file) => !here.has(file))
}

function* toIndex(head: IndexHead, sources: SourceRecord[]): Generator {
  yield head
  for (let at = 0; at < sources.length; at += recordsPerLine) {
    yield sources.slice(at, at + recordsPerLine).map(toIndexLine)
  }
}

/** Sources by file, as the last builds of the same program left them; none when the index is damaged. */
export async function readIndex(
  path: string,
  program: string,
): Promise<{ recordBytes: number; known: Map<string, SourceRecord> }> {
  const nothing = { recordBytes: 0, known: new Map<string, SourceRecord>() }
  const [first, ...lines] = (await readCheckedLines(path)) ?? []
  if (first === undefined) return nothing
  // Written by this very program, as its hash and the checksums say: JSON that needs no parser.
  const head = JSON.parse(first.toString()) as IndexHead
  if (head.program !== program || lines.length < head.lines) return nothing
  const index = { recordBytes: head.recordBytes, known: new Map<string, SourceRecord>() }
  const share = makeSharer()
  for (const [at, line] of lines.entries()) {
    const value = JSON.parse(line.toString()) as IndexLine[] | IndexChange
    if (at >= head.lines && !Array.isArray(value)) {
      index.recordBytes = value.recordBytes
      for (const file of value.gone) index.known.delete(file)
    }
    for (const entry of Array.isArray(value) ? value : value.changed) {
      index.known.set(entry[0], toSourceRecord(entry, share))
    }
  }
  // When more than half is of no use any more, begin again rather than keep it for ever.
  return isMostlyUsed(index) ? index : nothing
}

/** Gives one string for equal ones. */
function makeSharer(): (text: string) => string {
  const shared = new Map<string, string>()
  return (text) => {
    const known = shared.get(text)
    if (known !== undefined) return known
    shared.set(text, text)
    return text
  }
}

function isMostlyUsed(index: { recordBytes: number; known: Map<string, SourceRecord> }): boolean {
  let used = 0
  for (const { draft } of index.known.values()) {
    if (draft !== undefined) used += draft.record.rowBytes + draft.record.bodyBytes
  }
  return used * 2 >= index.recordBytes
}
