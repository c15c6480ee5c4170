import { dataPath, manifestPath, type FileHash } from '#contract/file-names.ts'
import { toSumsText, type FileSum } from '#contract/sums-file.ts'
import { BuildError } from '#builder/ground/build-error.ts'
import type { Disk } from '#builder/ground/disk/disk.ts'
import { TaskLimit } from '#builder/ground/threads/task-limit.ts'
import { cutLists } from '../sums/cut-lists.ts'
import { readLists } from '../sums/read-lists.ts'
import type { BuiltFiles } from './built-files.ts'

const readsAtOnce = 16

/** What writing the lists of hashes needs besides the files. */
interface SumsTools {
  disk: Disk
  /** The list of lists of the previous build, which knows the files that were kept; as the cache remembers it. */
  before: FileHash | undefined
  /** Hash of a kept file that no list names, once its bytes are proven; `undefined` where they cannot be. */
  prove: (path: string) => Promise<Uint8Array | undefined>
  /** Writes a list under the hash of its bytes. */
  writeList: (bytes: Uint8Array) => Promise<FileHash>
}

/** The lists of a build: the text of `SHA256SUMS`, and the list of lists that it names. */
export interface WrittenSums {
  root: Buffer
  lists: FileHash
}

/**
 * Writes lists with the hash of every file of a build, and a list of these lists.
 * @throws BuildError when a file that was kept has vanished meanwhile.
 */
export async function writeSums(files: BuiltFiles, tools: SumsTools): Promise<WrittenSums> {
  const paths = files.paths().filter((path) => path !== manifestPath)
  await hashKept(paths, files, tools)
  const toSum = (path: string): FileSum => ({ path, sha256: files.sumOf(path) ?? '' })
  const write = async (sums: FileSum[]) => {
    const hash = await tools.writeList(Buffer.from(toSumsText(sums)))
    return { hash, path: dataPath('sums', hash) }
  }
  const lists: string[] = []
  let start = 0
  for (const end of cutLists(paths)) {
    lists.push((await write(paths.slice(start, end).map(toSum))).path)
    start = end
  }
  const all = await write(lists.toSorted().map(toSum))
  return { root: Buffer.from(toSumsText([all.path, manifestPath].map(toSum))), lists: all.hash }
}

/** Finds the hashes of files that this build kept and did not read: in the lists of the previous build, else where they are proven. */
async function hashKept(
  paths: readonly string[],
  files: BuiltFiles,
  { disk, before, prove }: SumsTools,
): Promise<void> {
  const kept = paths.filter((path) => !files.isHashed(path))
  if (kept.length === 0) return
  if (before !== undefined) {
    await copySums(
      files,
      readLists(before, (path) => disk.read(path)),
    )
  }
  const limit = new TaskLimit(readsAtOnce)
  for (const path of kept) {
    if (files.isHashed(path)) continue
    await limit.run(async () => {
      const sum = await prove(path)
      if (sum === undefined) throw toVanished(path)
      files.add(path, files.sizeOf(path) ?? 0, sum)
    })
  }
  await limit.settle()
}

/** Takes the hashes of kept files from lists, one of which at a time is in memory. */
async function copySums(files: BuiltFiles, lists: ReturnType<typeof readLists>): Promise<void> {
  let isFirst = true
  for await (const list of lists) {
    const sums = isFirst || 'fault' in list ? [] : list.sums
    isFirst = false
    for (const { path, sha256 } of sums) {
      const size = files.sizeOf(path)
      if (size === undefined || files.isHashed(path)) continue
      files.add(path, size, Buffer.from(sha256, 'hex'))
    }
  }
}

function toVanished(path: string): BuildError {
  return new BuildError(
    `The file "${path}" of the site was removed or changed while the site was being built.`,
    'Build again.',
  )
}
