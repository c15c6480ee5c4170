// For tests: a site whose builder was wrong, not one that was damaged.
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { dataPath, toFileHash } from '#contract/file-names.ts'
import { sumsPath } from '#contract/sums-file.ts'
import { openDisk } from '#builder/ground/disk/disk.ts'
import { sha256 } from '#builder/ground/sha256.ts'
import { toHexSum } from '#builder/site/sums/file-hash.ts'
import { markerPath, parseGenerations, toMarkerText } from '#builder/site/write/generations.ts'
import { BuiltFiles } from '#builder/site/write/built-files.ts'
import { writeSums } from '#builder/site/write/write-sums.ts'

/** All files are read: none needs another proof. */
const prove = () => Promise.resolve(undefined)

/** Writes the lists of hashes and the record of a site anew for the files that are there. */
export async function resealSite(out: string): Promise<void> {
  const disk = openDisk(out)
  const record = parseGenerations(await readFile(join(out, markerPath), 'utf8'))
  const [newest, ...others] = record?.generations ?? []
  if (newest === undefined) throw new Error('the site has no record')
  const files = new BuiltFiles()
  for (const path of newest.files) {
    if (path === sumsPath) continue
    if (path.startsWith('data/sums/')) await rm(join(out, path))
    else {
      const bytes = await disk.read(path)
      if (bytes !== undefined) files.add(path, bytes.length, sha256(bytes))
    }
  }
  const writeList = async (bytes: Uint8Array) => {
    const sum = sha256(bytes)
    const path = dataPath('sums', toFileHash(sum))
    files.add(path, bytes.length, sum)
    await disk.write(path, bytes)
    return toFileHash(sum)
  }
  const { root, lists } = await writeSums(files, { disk, before: undefined, writeList, prove })
  files.add(sumsPath, root.length, sha256(root))
  await writeFile(join(out, sumsPath), root)
  const sealed = { ...newest, lists, sums: toHexSum(root), files: files.paths() }
  await writeFile(join(out, markerPath), toMarkerText({ generations: [sealed, ...others] }))
}
