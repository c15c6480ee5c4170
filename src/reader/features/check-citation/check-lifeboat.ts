import { ContractError } from '#contract/contract-error.ts'
import { hashDataFile } from '#contract/data-hash.ts'
import { manifestPath, parseDataPath } from '#contract/file-names.ts'
import { lifeboatIds, toVolumeId, type LifeboatDirectory } from '#contract/lifeboat-directory.ts'
import type { LifeboatProgram } from '#contract/lifeboat-program.ts'
import { parseManifest, type Manifest } from '#contract/manifest.ts'
import { hasProgram, isCutOff, readDirectory, readElement } from '#shape/lifeboat/read-lifeboat.ts'
import { unpackVolume } from '#shape/lifeboat/unpack-volume.ts'
import { toSha256 } from '#shape/digest.ts'

/** What is wrong with a lifeboat: the key of a message, and what it names. */
export interface LifeboatFault {
  key:
    | 'noDirectory'
    | 'damagedDirectory'
    | 'otherForm'
    | 'tooMuch'
    | 'cut'
    | 'missing'
    | 'damaged'
    | 'misnamed'
    | 'noManifest'
    | 'program'
  values?: { number?: number; count?: number; path?: string }
}

/** What a file that holds an archive and its reader is. Nothing of it was run. */
export interface LifeboatVerdict {
  input: 'lifeboat'
  faults: LifeboatFault[]
  /** Files of the archive that are whole. */
  files: number
  /** What it says of itself; absent where that cannot be read. */
  manifest?: Manifest
  /** False where there was no program to compare its own with. */
  isProgramCompared: boolean
}

/** Larger files are refused before they are read: browsers hold no longer texts. */
export const mostLifeboatBytes = 256 * 2 ** 20
/** What all volumes may unpack to; they are unpacked one after the other. */
const mostUnpackedBytes = 2 ** 32

const headCharacters = 262_144

/** Whether a file begins as lifeboats do. */
export function isLifeboat(bytes: Uint8Array): boolean {
  const head = new TextDecoder().decode(bytes.subarray(0, headCharacters))
  return /^<!doctype html>/i.test(head) && head.includes(`id="${lifeboatIds.directory}"`)
}

/**
 * Opens a lifeboat as data and proves every file in it, as `broadsheet check` does.
 * @param program - what this reader would have written into it; absent where it is not at hand.
 * @throws the signal's reason when it fires.
 */
export async function checkLifeboatFile(
  bytes: Uint8Array,
  { program, signal }: { program: LifeboatProgram | undefined; signal: AbortSignal },
): Promise<LifeboatVerdict> {
  const html = new TextDecoder().decode(bytes)
  const verdict: LifeboatVerdict = {
    input: 'lifeboat',
    faults: [],
    files: 0,
    isProgramCompared: program !== undefined,
  }
  if (program !== undefined && !hasProgram(html, program)) verdict.faults.push({ key: 'program' })
  const directory = openDirectory(html)
  if ('key' in directory) return { ...verdict, faults: [...verdict.faults, directory] }
  if (isCutOff(html)) verdict.faults.push({ key: 'cut' })
  const byVolume = listByVolume(directory)
  for (const [number, facts] of directory.volumes.entries()) {
    signal.throwIfAborted()
    const text = readElement(html, toVolumeId(number))
    const volume = text === undefined ? undefined : await unpack(text, facts)
    if (volume === undefined) {
      const key = text === undefined ? 'missing' : 'damaged'
      verdict.faults.push({ key, values: { number, count: facts.bodies } })
      continue
    }
    for (const [path, start, length] of byVolume[number] ?? []) {
      await checkFile(verdict, path, volume.subarray(start, start + length))
    }
  }
  if (verdict.manifest === undefined) verdict.faults.push({ key: 'noManifest' })
  return verdict
}

function openDirectory(html: string): LifeboatDirectory | LifeboatFault {
  try {
    const directory = readDirectory(html)
    if (directory === undefined) return { key: 'noDirectory' }
    const all = directory.volumes.reduce((sum, { bytes }) => sum + bytes, 0)
    return all > mostUnpackedBytes ? { key: 'tooMuch' } : directory
  } catch (error) {
    if (error instanceof ContractError) return { key: 'otherForm' }
    if (error instanceof SyntaxError) return { key: 'damagedDirectory' }
    throw error
  }
}

type PlacedFile = [path: string, start: number, length: number]

function listByVolume({ volumes, files }: LifeboatDirectory): PlacedFile[][] {
  const lists: PlacedFile[][] = volumes.map(() => [])
  for (const [path, [volume, start, length]] of Object.entries(files)) {
    lists[volume]?.push([path, start, length])
  }
  return lists
}

async function unpack(
  text: string,
  facts: LifeboatDirectory['volumes'][number],
): Promise<Uint8Array | undefined> {
  try {
    return await unpackVolume(text, facts)
  } catch {
    // What gzip says of damage differs by engine.
    return undefined
  }
}

async function checkFile(verdict: LifeboatVerdict, path: string, bytes: Uint8Array): Promise<void> {
  const named = parseDataPath(path)
  if (named !== undefined && (await hashDataFile(named.folder, bytes, toSha256)) !== named.hash) {
    verdict.faults.push({ key: 'misnamed', values: { path } })
    return
  }
  verdict.files++
  if (path !== manifestPath) return
  const manifest = readManifest(bytes)
  if (manifest !== undefined) verdict.manifest = manifest
}

function readManifest(bytes: Uint8Array): Manifest | undefined {
  try {
    return parseManifest(JSON.parse(new TextDecoder().decode(bytes)))
  } catch (error) {
    if (error instanceof ContractError || error instanceof SyntaxError) return undefined
    throw error
  }
}
