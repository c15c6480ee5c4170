import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'
import { toVolumeId, type LifeboatDirectory } from '#contract/lifeboat-directory.ts'
import { ContractError } from '#contract/contract-error.ts'
import { manifestPath } from '#contract/file-names.ts'
import type { LifeboatProgram } from '#contract/lifeboat-program.ts'
import { parseManifest } from '#contract/manifest.ts'
import { decodeBase85 } from '#shape/lifeboat/base85.ts'
import { putBackRepeats, toMostPacked } from '#shape/lifeboat/put-back-repeats.ts'
import { hasProgram, isCutOff, readDirectory, readElement } from '#shape/lifeboat/read-lifeboat.ts'
import { BuildError } from '#builder/ground/build-error.ts'
import { toCountText } from '#builder/ground/text/count-text.ts'
import { findUnsafeMarkup } from '#builder/site/page/check-page.ts'
import { isNamedRight } from '../built-site/named-right.ts'

/** What is wrong with a lifeboat. Nothing of it was run. */
export interface CheckedLifeboat {
  /** One sentence each: what is missing, damaged or foreign. */
  faults: string[]
  /** Files of the archive that are whole. */
  files: number
  /** Older versions left out. */
  posts: number
}

/**
 * Opens a lifeboat as data and proves every file in it: against the directory, and data files against their names.
 * `program` is the reader that this version would have written into it.
 * @throws BuildError when the file cannot be read.
 */
export async function checkLifeboat(
  path: string,
  program: LifeboatProgram,
): Promise<CheckedLifeboat> {
  const html = await readWhole(path)
  const faults = listForeign(html, program)
  const directory = openDirectory(html)
  if (typeof directory === 'string') return { faults: [...faults, directory], files: 0, posts: 0 }
  if (isCutOff(html)) faults.push('it ends before its last part')
  const volumes = directory.volumes.map((facts, at) => {
    const text = readElement(html, toVolumeId(at))
    const bytes = text === undefined ? undefined : unpack(text, facts)
    if (bytes === undefined) {
      const state = text === undefined ? 'missing' : 'damaged'
      faults.push(`volume ${at} is ${state}: ${toCountText(facts.bodies, 'post')} cannot be shown`)
    }
    return bytes
  })
  let files = 0
  let posts: number | undefined
  for (const [file, [volume, start, length]] of Object.entries(directory.files)) {
    const bytes = volumes[volume]?.subarray(start, start + length)
    if (bytes === undefined) continue
    if (await isNamedRight(file, bytes)) files++
    else faults.push(`${file} does not match its name`)
    if (file === manifestPath) posts = countPosts(bytes)
  }
  if (posts === undefined) faults.push('its manifest cannot be read')
  return { faults, files, posts: posts ?? directory.posts }
}

/** Posts without older versions, as the command that wrote the file counts them; `undefined` for a damaged manifest. */
function countPosts(manifest: Buffer): number | undefined {
  try {
    return parseManifest(JSON.parse(manifest.toString())).counts.posts
  } catch (error) {
    if (error instanceof ContractError || error instanceof SyntaxError) return undefined
    throw error
  }
}

async function readWhole(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((cause: unknown) => {
    const hint = 'Give a lifeboat, or a folder. A text of more than half a gigabyte is too long.'
    throw new BuildError(`"${path}" cannot be read.`, hint, { cause })
  })
}

/** What in the page is not what this version of the program writes. */
function listForeign(html: string, program: LifeboatProgram): string[] {
  const unsafe = findUnsafeMarkup(html)
  if (unsafe !== undefined) return [`the page is not one of Broadsheet's: ${unsafe}`]
  return hasProgram(html, program)
    ? []
    : ['its reader is not the one of this version: open it only if you trust who made it']
}

function openDirectory(html: string): LifeboatDirectory | string {
  try {
    return readDirectory(html) ?? 'it has no directory'
  } catch (error) {
    if (error instanceof ContractError) return `its directory cannot be read: ${error.message}`
    if (error instanceof SyntaxError) return 'its directory is damaged'
    throw error
  }
}

type VolumeFacts = LifeboatDirectory['volumes'][number]

function unpackRepeats(packed: Uint8Array, bytes: number): Uint8Array {
  const unpacked = gunzipSync(packed, { maxOutputLength: toMostPacked(bytes) })
  return putBackRepeats(unpacked, bytes)
}

function unpack(text: string, { packing, bytes, sha256 }: VolumeFacts): Buffer | undefined {
  try {
    const packed = decodeBase85(text)
    const plain = packing === 'none' ? packed : unpackRepeats(packed, bytes)
    const isSame = createHash('sha256').update(plain).digest('hex') === sha256
    return isSame && plain.length === bytes ? Buffer.from(plain) : undefined
  } catch {
    // What zlib says of damage is of no use to who has the file.
    return undefined
  }
}
