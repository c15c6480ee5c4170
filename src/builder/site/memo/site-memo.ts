import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileHash } from '#contract/file-names.ts'
import { readCheckedLines, writeCheckedLines } from '#builder/ground/disk/checked-file.ts'

const memoName = 'site.broadsheet'
const entriesPerLine = 64

/** A file of the site and its size in bytes. */
export type SiteFile = [path: string, bytes: number]

/** The files written for one stretch of posts. */
export interface WrittenStretch {
  shards: FileHash[]
  /** All files of the stretch: shards, packs, pages. */
  files: SiteFile[]
}

/** Cache keys of everything a site was built from. */
export interface SiteSources {
  settings: string
  /** Key of the store's index. */
  posts: string
}

/** Hashes from which those of all files follow. They lie in the cache, because others can write to the folder of the site. */
export interface KnownSums {
  /** SHA-256 of `SHA256SUMS` in hexadecimal digits. */
  root: string
  /** The list of lists that it names. */
  lists: FileHash
  /** The list of lists of the build before that one, for whose files its signature speaks. */
  keeps?: FileHash | undefined
}

interface MemoHead {
  program: string
  /** Hash of the published manifest. */
  manifest: string
  sources?: SiteSources | undefined
  sums?: KnownSums | undefined
  /** Files that belong to no stretch and no group. */
  files: SiteFile[]
  /** Number of lines with stretches, which come first, and with groups. */
  stretchLines: number
  groupLines: number
}

/** Memo of the last build: what it was built from and which files it wrote. */
export interface SiteMemo {
  sources?: SiteSources | undefined
  /** Hashes from which those of all files follow. */
  sums?: KnownSums | undefined
  files: SiteFile[]
  /** By stretch key. */
  stretches: Map<string, WrittenStretch>
  /** Files written together, by the cache key of their sources; see `write/file-groups.ts`. */
  groups: Map<string, SiteFile[]>
}

/** The memo of no build. */
export function makeEmptyMemo(): SiteMemo {
  return { files: [], stretches: new Map(), groups: new Map() }
}

/** Reads the memo of a site by the hash of its manifest; an empty memo when the cache is of another site or program. */
export async function readSiteMemo(
  folder: string,
  { program, manifest }: { program: string; manifest: string | undefined },
): Promise<SiteMemo> {
  const [first, ...lines] = (await readCheckedLines(join(folder, memoName))) ?? []
  if (first === undefined) return makeEmptyMemo()
  // The checksums prove that this program wrote it, so the JSON needs no validation.
  const head = JSON.parse(first.toString()) as MemoHead
  const isOurs = head.program === program && head.manifest === manifest
  const { stretchLines } = head
  if (!isOurs || stretchLines + head.groupLines !== lines.length) return makeEmptyMemo()
  return {
    sources: head.sources,
    sums: head.sums,
    files: head.files,
    stretches: new Map(fromLines<WrittenStretch>(lines.slice(0, stretchLines))),
    groups: new Map(fromLines<SiteFile[]>(lines.slice(stretchLines))),
  }
}

/** Writes the memo of a site that has just been published. */
export async function writeSiteMemo(
  folder: string,
  memo: SiteMemo,
  { program, manifest }: { program: string; manifest: string },
): Promise<void> {
  const { sources, sums, files } = memo
  const stretches = [...toLines(memo.stretches)]
  const groups = [...toLines(memo.groups)]
  const counts = { stretchLines: stretches.length, groupLines: groups.length }
  const head: MemoHead = { program, manifest, sources, sums, files, ...counts }
  await writeCheckedLines(join(folder, memoName), [head, ...stretches, ...groups])
}

/** Deletes the memo before the site's pages change: a killed build must not leave a memo that is wrong. */
export async function forgetSite(folder: string): Promise<void> {
  await rm(join(folder, memoName), { force: true })
}

function* toLines<T>(entries: ReadonlyMap<string, T>): Generator<[string, T][]> {
  let line: [string, T][] = []
  for (const entry of entries) {
    line.push(entry)
    if (line.length < entriesPerLine) continue
    yield line
    line = []
  }
  if (line.length > 0) yield line
}

function fromLines<T>(lines: Buffer[]): [string, T][] {
  return lines.flatMap((line) => JSON.parse(line.toString()) as [string, T][])
}
