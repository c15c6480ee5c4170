// For tests: what lies in a lifeboat.
import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect } from 'vitest'
import { lifeboatIds, parseLifeboatDirectory, toVolumeId } from '#contract/lifeboat-directory.ts'
import { decodeBase85 } from '#shape/lifeboat/base85.ts'
import { putBackRepeats } from '#shape/lifeboat/put-back-repeats.ts'
import { markerPath } from '#builder/site/write/generations.ts'

/** Content of an element of a lifeboat. */
export function readLifeboatElement(html: string, id: string): string {
  return new RegExp(`<script type="[^"]*" id="${id}">([^<]*)</script>`).exec(html)?.[1] ?? ''
}

/** The files of a lifeboat, by path; each volume is what the directory says. */
export function unpackLifeboat(html: string): Map<string, Buffer> {
  const text = readLifeboatElement(html, lifeboatIds.directory)
  const directory = parseLifeboatDirectory(JSON.parse(text))
  const volumes = directory.volumes.map(({ packing, sha256, bytes }, at) => {
    const packed = Buffer.from(decodeBase85(readLifeboatElement(html, toVolumeId(at))))
    const unpacked =
      packing === 'repeats' ? Buffer.from(putBackRepeats(gunzipSync(packed), bytes)) : packed
    expect(createHash('sha256').update(unpacked).digest('hex')).toBe(sha256)
    expect(unpacked.length).toBe(bytes)
    return unpacked
  })
  return new Map(
    Object.entries(directory.files).map(([path, [volume, start, length]]) => [
      path,
      (volumes[volume] ?? Buffer.of()).subarray(start, start + length),
    ]),
  )
}

/** Writes the files of a lifeboat into a folder, as a site that `BuiltSite` opens. */
export async function writeUnpacked(html: string, folder: string): Promise<void> {
  const files = unpackLifeboat(html)
  for (const [path, bytes] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), bytes)
  }
  const record = { generations: [{ buildId: '', files: [...files.keys()] }] }
  await writeFile(join(folder, markerPath), JSON.stringify(record))
}
