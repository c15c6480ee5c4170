import { dataPath, manifestPath, toFileHash, type FileHash } from '#contract/file-names.ts'
import { parseMinisig } from '#contract/signing/minisig.ts'
import { parseHead, signaturePath } from '#contract/signing/signed-head.ts'
import { parseSumsRoot, sumsPath, type SumsRoot } from '#contract/sums-file.ts'
import { toFaultText } from '#builder/ground/text/fault-text.ts'
import { toHexSum } from '../sums/file-hash.ts'
import { readLists, type ReadFile } from '../sums/read-lists.ts'
import { isImmutable, markerPath, type Generation } from '../write/generations.ts'
import type { FolderRecord } from './folder-record.ts'

/** The hashes that the files of a site must have. */
export class SiteSums {
  /** Of the build that readers see, as 64 hexadecimal digits by path. */
  readonly current = new Map<string, string>()
  /** Of other builds: files that the folder keeps of the one before, or that an interrupted one has written. */
  readonly others = new Map<string, string[]>()
  /** Files of other builds of which no list is there. */
  readonly unlisted = new Set<string>()
  /** By path: why a list, `SHA256SUMS`, or the builder's record cannot be used. */
  readonly faults = new Map<string, string>()
  /** Whether every list of the build that readers see could be read. */
  isWhole = false

  /** Whose a file with this hash is; `undefined` when no list names its path. */
  judge(path: string, sha256: string): 'current' | 'other' | 'nobody' | undefined {
    const wanted = this.current.get(path)
    const others = this.others.get(path) ?? []
    if (wanted === undefined && others.length === 0) return undefined
    if (wanted === sha256) return 'current'
    return others.includes(sha256) ? 'other' : 'nobody'
  }
}

/** Reads all lists of hashes in the folder of a site, each proven by the one that names it. */
export async function readSiteSums(record: FolderRecord, read: ReadFile): Promise<SiteSums> {
  const sums = new SiteSums()
  const root = await readRoot(record, sums, read)
  const { current, isSigned } = record
  if (root !== undefined && current !== undefined && current.lists !== root.start) {
    sums.faults.set(markerPath, `it names other lists than ${sumsPath}`)
  }
  const start = root?.start ?? (isSigned ? undefined : current?.lists)
  if (start !== undefined) await addCurrent(sums, start, read)
  if (root !== undefined) {
    sums.current.set(sumsPath, root.sha256)
    sums.current.set(manifestPath, root.manifest.sha256)
  }
  const others = isSigned ? await listKept(read) : record.others
  for (const other of others) await addOther(sums, other, { record, read })
  return sums
}

/** The build before, as the signature tells of it: the record is one that anybody can write. */
async function listKept(read: ReadFile): Promise<Generation[]> {
  const bytes = await read(signaturePath)
  try {
    const { keeps } = parseHead(parseMinisig(Buffer.from(bytes ?? []).toString()).comment)
    return keeps === undefined ? [] : [{ buildId: '', files: [], lists: keeps }]
  } catch {
    // It is named with what is wrong with it where it is verified.
    return []
  }
}

interface ProvenRoot extends SumsRoot {
  /** Hash of `SHA256SUMS` itself. */
  sha256: string
  start: FileHash
}

/**
 * Reads `SHA256SUMS`, whose hash the builder's record knows; `undefined` when it cannot be used. In a signed site it
 * proves itself, so a record that says otherwise is the one at fault.
 */
async function readRoot(
  { current, others, isSigned, mayMix }: FolderRecord,
  { faults }: SiteSums,
  read: ReadFile,
): Promise<ProvenRoot | undefined> {
  const bytes = await read(sumsPath)
  if (bytes === undefined) {
    const isMeant = isSigned || current === undefined || current.lists !== undefined
    if (isMeant) faults.set(sumsPath, 'missing')
    return undefined
  }
  const sha256 = toHexSum(bytes)
  // An interrupted build replaces it before the manifest; then it does not tell of what readers see.
  if (mayMix && others.some((other) => other.sums === sha256)) return undefined
  if (current !== undefined && current.sums !== sha256) {
    const [path, fault] = isSigned
      ? [markerPath, `it tells of another ${sumsPath}`]
      : [sumsPath, 'its bytes are not those that the build wrote']
    faults.set(path, fault)
    if (!isSigned) return undefined
  }
  try {
    const root = parseSumsRoot(Buffer.from(bytes).toString())
    const start = toFileHash(Buffer.from(root.lists.sha256, 'hex'))
    if (dataPath('sums', start) === root.lists.path) return { ...root, sha256, start }
    faults.set(sumsPath, 'it names a list and the hash of another')
  } catch (error) {
    faults.set(sumsPath, toFaultText(error))
  }
  return undefined
}

async function addCurrent(sums: SiteSums, start: FileHash, read: ReadFile): Promise<void> {
  sums.isWhole = true
  for await (const list of readLists(start, read)) {
    if ('fault' in list) {
      sums.faults.set(list.path, list.fault)
      sums.isWhole = false
      continue
    }
    if (list.path === dataPath('sums', start)) sums.current.set(list.path, list.sha256)
    for (const { path, sha256 } of list.sums) sums.current.set(path, sha256)
  }
}

/** A finished build leaves immutable files of the one before, none of them a page; an interrupted one any file. */
async function addOther(
  sums: SiteSums,
  other: Generation,
  { record, read }: { record: FolderRecord; read: ReadFile },
): Promise<void> {
  const isHere = (path: string) => record.mayMix || (isImmutable(path) && !path.endsWith('.html'))
  const add = (path: string, sha256: string) => {
    if (isHere(path)) sums.others.set(path, [...(sums.others.get(path) ?? []), sha256])
  }
  const { lists: start } = other
  for await (const list of start === undefined ? [] : readLists(start, read)) {
    if ('fault' in list) {
      // Lists of a build that was interrupted before it had written all of them are no fault of the site, and copies need
      // no files of the build before.
      const mayLack = record.isInterrupted || record.marker === 'missing'
      if (!mayLack) sums.faults.set(list.path, list.fault)
      continue
    }
    if (start !== undefined && list.path === dataPath('sums', start)) add(list.path, list.sha256)
    for (const { path, sha256 } of list.sums) add(path, sha256)
  }
  for (const path of other.files) {
    const isKnown = sums.current.has(path) || sums.others.has(path)
    if (isHere(path) && !isKnown) sums.unlisted.add(path)
  }
}
