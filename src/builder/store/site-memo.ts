import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileHash } from '#contract/file-names.ts'
import { readCheckedLines, writeCheckedLines } from './checked-file.ts'

const memoName = 'site.broadsheet'
const stretchesPerLine = 64

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
  /** Files that belong to no stretch. */
  files: SiteFile[]
  /** Lines of stretches that follow. */
  lines: number
}

/** What the last build wrote, and from what. */
export interface SiteMemo {
  sources?: SiteSources | undefined
  files: SiteFile[]
  /** By stretch key. */
  stretches: Map<string, WrittenStretch>
}

/** Nothing is known of the site. */
function makeEmptyMemo(): SiteMemo {
  return { files: [], stretches: new Map() }
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
  if (!isOurs || head.lines !== lines.length) return makeEmptyMemo()
  const stretches = new Map<string, WrittenStretch>()
  for (const line of lines) {
    for (const [key, stretch] of JSON.parse(line.toString()) as [string, WrittenStretch][]) {
      stretches.set(key, stretch)
    }
  }
  return { sources: head.sources, files: head.files, stretches }
}

/** Remembers a site that was published just now. */
export async function writeSiteMemo(
  folder: string,
  memo: SiteMemo,
  { program, manifest }: { program: string; manifest: string },
): Promise<void> {
  const { sources, files, stretches } = memo
  const lines = Math.ceil(stretches.size / stretchesPerLine)
  const head: MemoHead = { program, manifest, sources, files, lines }
  await writeCheckedLines(join(folder, memoName), toLines(head, [...stretches]))
}

/** Forgets the site: from here on its pages change, and a build that is killed must not leave a memory that is wrong. */
export async function forgetSite(folder: string): Promise<void> {
  await rm(join(folder, memoName), { force: true })
}

function* toLines(head: MemoHead, stretches: [string, WrittenStretch][]): Generator {
  yield head
  for (let at = 0; at < stretches.length; at += stretchesPerLine) {
    yield stretches.slice(at, at + stretchesPerLine)
  }
}
