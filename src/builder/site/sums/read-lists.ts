import { dataPath, parseDataPath, toFileHash, type FileHash } from '#contract/file-names.ts'
import { parseSums, type FileSum } from '#contract/sums-file.ts'
import { toFaultText } from '#builder/ground/text/fault-text.ts'
import { toHexSum } from './file-hash.ts'

/** Reads a file of a site; `undefined` when there is none. */
export type ReadFile = (path: string) => Promise<Uint8Array | undefined>

/** A list of hashes, proven by its name; or why it cannot be used. */
export type ListRead = { path: string } & ({ sums: FileSum[]; sha256: string } | { fault: string })

/**
 * Reads all lists of a build, each proven by its name; first the list of lists, whose hash is `root`. Paths ascend within
 * a list; the lists themselves come in the order of their names, which says nothing of their files.
 */
export async function* readLists(root: FileHash, read: ReadFile): AsyncGenerator<ListRead> {
  const list = await readList(dataPath('sums', root), read)
  yield list
  if ('fault' in list) return
  for (const { path } of list.sums) {
    yield isListPath(path) ? await readList(path, read) : { path, fault: 'it is no list of hashes' }
  }
}

function isListPath(path: string): boolean {
  const place = parseDataPath(path)
  return place?.folder === 'sums' && dataPath('sums', place.hash) === path
}

async function readList(path: string, read: ReadFile): Promise<ListRead> {
  const bytes = await read(path)
  if (bytes === undefined) return { path, fault: 'missing' }
  const sha256 = toHexSum(bytes)
  if (dataPath('sums', toFileHash(Buffer.from(sha256, 'hex'))) !== path) {
    return { path, fault: 'its bytes do not match its name' }
  }
  try {
    return { path, sha256, sums: parseSums(Buffer.from(bytes).toString()) }
  } catch (error) {
    return { path, fault: toFaultText(error) }
  }
}
