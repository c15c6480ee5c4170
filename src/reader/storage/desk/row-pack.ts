import * as v from 'valibot'
import { parsePostId } from '#core/post/post-id.ts'

/** Characters of a file's name. */
const nameCharacters = 26
/** Stands for a name that is not there. */
const noName = '-'.repeat(nameCharacters)
/** Ordinal of a post that the archive does not have. */
export const noOrdinal = 0xff_ff_ff_ff

const packShape = v.object({
  /** Month of the posts' ids, as of marks. */
  month: v.string(),
  /** Ids with a space between any two. */
  ids: v.string(),
  ordinals: v.custom<Uint32Array>((value) => value instanceof Uint32Array),
  /** Names of files, all of the same length: the shard of each row, or the build that does not have the post. */
  files: v.string(),
  /** Of the directory that listed the shard. */
  directories: v.string(),
})

/** Where the rows of a month's posts were seen. */
export type RowPack = v.InferOutput<typeof packShape>

/** Where the row of a post was seen. */
export interface SeenRow {
  id: string
  /** Absent where the build did not have the post. */
  ordinal?: number | undefined
  /** Name of the shard, which holds the same rows as long as it has that name; of the build where there was none. */
  file: string
  /** Name of the directory that listed the shard; absent for the newest part of an archive. */
  directory?: string | undefined
}

/** The same without the post. */
type PackedRow = Omit<SeenRow, 'id'>

/** Packs rows of one month. */
export function buildRowPack(month: string, rows: readonly SeenRow[]): RowPack {
  return {
    month,
    ids: rows.map(({ id }) => id).join(' '),
    ordinals: Uint32Array.from(rows, ({ ordinal = noOrdinal }) => ordinal),
    files: rows.map(({ file }) => file).join(''),
    directories: rows.map(({ directory = noName }) => directory).join(''),
  }
}

/** Reads a stored pack. It is a cache: a broken one is none, and its rows are looked up anew. Its ids may be anything. */
export function readRowPack(stored: unknown): RowPack | undefined {
  const read = v.safeParse(packShape, stored)
  if (!read.success) return undefined
  const { ids, ordinals, files, directories } = read.output
  const length = nameCharacters * ordinals.length
  const isWhole = [files.length, directories.length].every((own) => own === length)
  return isWhole && ids.split(' ').length === ordinals.length ? read.output : undefined
}

/** Where the row at a place of a pack was seen. */
export function readSeenRow({ ordinals, files, directories }: RowPack, at: number): PackedRow {
  const ordinal = ordinals[at]
  const directory = cutName(directories, at)
  return {
    ordinal: ordinal === noOrdinal ? undefined : ordinal,
    file: cutName(files, at),
    directory: directory === noName ? undefined : directory,
  }
}

/** Whether a directory listed the row at a place of a pack. */
export function isListedIn({ directories }: RowPack, at: number, directory: string): boolean {
  return directories.startsWith(directory, at * nameCharacters)
}

/** Parses a stored pack, one row after the other. */
export function parseRowPack(stored: unknown): SeenRow[] {
  const pack = readRowPack(stored)
  const rows: SeenRow[] = []
  for (const [at, id] of (pack?.ids ?? '').split(' ').entries()) {
    if (pack === undefined || parsePostId(id) === undefined) continue
    rows.push({ id, ...readSeenRow(pack, at) })
  }
  return rows
}

function cutName(names: string, at: number): string {
  return names.slice(at * nameCharacters, (at + 1) * nameCharacters)
}
