import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileHash } from '#contract/file-names.ts'
import { readCheckedLines, writeCheckedLines } from '#builder/ground/disk/checked-file.ts'

const memoName = 'site.broadsheet'
const entriesPerLine = 64

/** A file of the site and its size in bytes. */
export type SiteFile = [path: string, bytes: number]

/** What was written for one stretch of posts. */
export interface WrittenStretch {
  shards: FileHash[]
  /** All files of the stretch: shards, packs, pages. */
  files: SiteFile[]
}

/** Stands for everything a site was made from. */
export interface SiteSources {
  settings: string
  /** Key of the store's index. */
  posts: string
}

interface MemoHead {
  program: string
  /** Hash of the manifest that was published. */
  manifest: string
  sources?: SiteSources | undefined
  /** Files that belong to no stretch and no group. */
  files: SiteFile[]
  /** Lines of stretches that follow, then lines of groups. */
  stretchLines: number
  groupLines: number
}

/** What the last build wrote, and from what. */
export interface SiteMemo {
  sources?: SiteSources | undefined
  files: SiteFile[]
  /** By stretch key. */
  stretches: Map<string, WrittenStretch>
  /** Files that are written together, by the key of what they are made of; see `write/file-groups.ts`. */
  groups: Map<string, SiteFile[]>
}

/** Nothing is known of the site. */
function makeEmptyMemo(): SiteMemo {
  return { files: [], stretches: new Map(), groups: new Map() }
}

/** What is remembered of a site whose manifest has the given hash; nothing when that is not the site remembered. */
export async function readSiteMemo(
  folder: string,
  { program, manifest }: { program: string; manifest: string | undefined },
): Promise<SiteMemo> {
  const [first, ...lines] = (await readCheckedLines(join(folder, memoName))) ?? []
  if (first === undefined) return makeEmptyMemo()
  // Written by this very program, as its hash and the checksums say: JSON that needs no parser.
  const head = JSON.parse(first.toString()) as MemoHead
  const isOurs = head.program === program && head.manifest === manifest
  const { stretchLines } = head
  if (!isOurs || stretchLines + head.groupLines !== lines.length) return makeEmptyMemo()
  return {
    sources: head.sources,
    files: head.files,
    stretches: new Map(fromLines<WrittenStretch>(lines.slice(0, stretchLines))),
    groups: new Map(fromLines<SiteFile[]>(lines.slice(stretchLines))),
  }
}

/** Remembers a site that was published just now. */
export async function writeSiteMemo(
  folder: string,
  memo: SiteMemo,
  { program, manifest }: { program: string; manifest: string },
): Promise<void> {
  const { sources, files } = memo
  const stretches = [...toLines(memo.stretches)]
  const groups = [...toLines(memo.groups)]
  const counts = { stretchLines: stretches.length, groupLines: groups.length }
  const head: MemoHead = { program, manifest, sources, files, ...counts }
  await writeCheckedLines(join(folder, memoName), [head, ...stretches, ...groups])
}

/** Forgets the site: from here on its pages change, and a build that is killed must not leave a memory that is wrong. */
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
