import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { PrivateKind } from '#contract/build-report.ts'
import type { PictureFile } from '#contract/picture-file.ts'
import type { PostProblem } from '#core/post/post.ts'
import { compareText } from '#builder/ground/text/compare.ts'
import { checkPicture, type KeptFacts } from './check-picture.ts'
import type { CheckedMemory } from './checked-memory.ts'
import type { KeptName } from './kept-name.ts'
import { isKept, ledgerName, type LedgerEntry } from './ledger.ts'
import { readLedger, type PictureFolder } from './picture-folder.ts'

/** An intact picture that the archive keeps. */
export interface LocalPicture {
  file: PictureFile
  /** Absolute path. */
  path: string
  bytes: number
  /** Pixels. */
  width: number
  height: number
  /** What is left out of it when it is copied; absent = nothing. */
  removed?: readonly PrivateKind[] | undefined
}

/** The pictures that an archive keeps beside its posts. */
export interface LocalPictures {
  /** By their address in the articles. */
  byAddress: ReadonlyMap<string, LocalPicture>
  /** What is wrong with the folders of pictures. */
  problems: PostProblem[]
  /** Cache key of all pictures; empty when there are none. */
  key: string
  /** Number and total size of the distinct files; absent when there are none. */
  sum?: { files: number; bytes: number } | undefined
}

/**
 * Opens the folders of pictures and reads every picture that the memory does not know. For an address in two folders,
 * the first wins.
 */
export async function openLocalPictures(
  folders: readonly PictureFolder[],
  memory: CheckedMemory<KeptFacts>,
): Promise<LocalPictures> {
  const byAddress = new Map<string, LocalPicture>()
  const problems: PostProblem[] = []
  for (const folder of folders) {
    const opened = await readLedger(folder)
    if (opened === undefined) continue
    if ('fault' in opened) {
      problems.push(
        toProblem(folder.name, `No pictures were used from this folder: ${opened.fault}.`),
      )
      continue
    }
    const { entries, badLines } = opened.ledger
    if (badLines.length > 0) problems.push(toLineProblem(folder, badLines))
    problems.push(...(await addPictures(folder, entries.values(), { byAddress, memory })))
  }
  return { byAddress, problems, key: toKey(byAddress), sum: toSum(byAddress) }
}

interface Collecting {
  byAddress: Map<string, LocalPicture>
  memory: CheckedMemory<KeptFacts>
}

async function addPictures(
  folder: PictureFolder,
  entries: Iterable<LedgerEntry>,
  { byAddress, memory }: Collecting,
): Promise<PostProblem[]> {
  const faults = new Map<string, KeptName[]>()
  for (const entry of entries) {
    if (!isKept(entry) || byAddress.has(entry.address)) continue
    const { file: name } = entry
    const path = join(folder.path, name)
    const found = await memory.recall(path, () => checkPicture(path, entry))
    if ('width' in found) {
      const { file, bytes, width, height, removed } = found
      byAddress.set(entry.address, { file, path, bytes, width, height, removed })
    } else {
      const files = faults.get(found.fault) ?? []
      files.push(name)
      faults.set(found.fault, files)
    }
  }
  return [...faults].map(([fault, files]) => toFilesProblem(folder, fault, files))
}

// One problem for all files with the same fault: otherwise a missing folder would fill the report.
function toFilesProblem(
  { name }: PictureFolder,
  fault: string,
  files: readonly KeptName[],
): PostProblem {
  const [first = ''] = files
  const more = files.length === 1 ? '' : `, and ${files.length - 1} more like it`
  return toProblem(`${name}/${first}`, `This picture ${fault}${more}.`)
}

function toLineProblem({ name }: PictureFolder, lines: readonly number[]): PostProblem {
  const [line = 1] = lines
  const reason = `${lines.length} lines of the picture ledger cannot be read.`
  return { ...toProblem(`${name}/${ledgerName}`, reason), line }
}

function toProblem(file: string, reason: string): PostProblem {
  const hint = 'Run `broadsheet images` on the same folders, which repairs what it can.'
  return { file, reason, hint, severity: 'warning' }
}

function toKey(byAddress: ReadonlyMap<string, LocalPicture>): string {
  if (byAddress.size === 0) return ''
  const hash = createHash('sha256')
  for (const [address, { file, width, height }] of [...byAddress].toSorted(([a], [b]) =>
    compareText(a, b),
  )) {
    hash.update(`${address} ${file} ${width} ${height}\n`)
  }
  return hash.digest('base64url').slice(0, 22)
}

function toSum(byAddress: ReadonlyMap<string, LocalPicture>): LocalPictures['sum'] {
  const sizes = new Map([...byAddress.values()].map(({ file, bytes }) => [file, bytes]))
  if (sizes.size === 0) return undefined
  return { files: sizes.size, bytes: [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0) }
}
