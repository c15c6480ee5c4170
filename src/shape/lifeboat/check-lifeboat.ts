import { ContractError } from '#contract/contract-error.ts'
import { hashDataFile } from '#contract/data-hash.ts'
import { manifestPath, parseDataPath } from '#contract/file-names.ts'
import type { LifeboatDirectory } from '#contract/lifeboat-directory.ts'
import type { LifeboatProgram } from '#contract/lifeboat-program.ts'
import { parseManifest, type Manifest } from '#contract/manifest.ts'
import { toSha256 } from '../digest.ts'
import { findVolumes } from './lifeboat-parts.ts'
import { hasProgram, isCutOff, parseShallowJson, readDirectory } from './read-lifeboat.ts'
import { unpackVolume } from './unpack-volume.ts'
import { isWrittenPage } from './written-page.ts'

/** What is wrong with a lifeboat, and what it names. */
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
    | 'foreign'
  values?: { number?: number; count?: number; path?: string }
}

/** What is in a lifeboat. Nothing of it was run. */
export interface CheckedLifeboat {
  faults: LifeboatFault[]
  /** Files of the archive that are whole. */
  files: number
  /** What it says of itself; absent where that cannot be read. */
  manifest?: Manifest
}

interface CheckOptions {
  /** What this version would have written into it; absent where it is not at hand: then nothing but the data is proven. */
  program: LifeboatProgram | undefined
  /** Lets others work in between; throws to end the check. */
  rest: () => Promise<void>
}

/** What all volumes may unpack to; they are unpacked one after the other. */
const mostUnpackedBytes = 2 ** 32
/** Real ones have a hundredth of it. */
const mostManifestBytes = 4 * 2 ** 20

/**
 * Opens a lifeboat as data and proves every file in it: against the directory, and data files against their names. What a
 * forged one says of its sizes bounds the work.
 */
export async function checkLifeboat(html: string, options: CheckOptions): Promise<CheckedLifeboat> {
  const { program, rest } = options
  const checked: CheckedLifeboat = { faults: [], files: 0 }
  const isKnown = program !== undefined && hasProgram(html, program)
  if (program !== undefined && !isKnown) checked.faults.push({ key: 'program' })
  const directory = openDirectory(html)
  if ('key' in directory) return { ...checked, faults: [...checked.faults, directory] }
  const isCut = isCutOff(html)
  if (isCut) checked.faults.push({ key: 'cut' })
  await checkVolumes(html, directory, { checked, rest })
  const { manifest } = checked
  if (manifest === undefined) checked.faults.push({ key: 'noManifest' })
  else if (isKnown && !isCut) {
    const { title } = manifest
    const isWritten = await isWrittenPage(html, { title, directory, program, rest })
    if (!isWritten) checked.faults.push({ key: 'foreign' })
  }
  return checked
}

/** The directory, or what is wrong with it. */
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

interface Checking {
  checked: CheckedLifeboat
  rest: () => Promise<void>
}

async function checkVolumes(
  html: string,
  directory: LifeboatDirectory,
  { checked, rest }: Checking,
): Promise<void> {
  const parts = await findVolumes(html, directory, rest)
  const byVolume = listByVolume(directory)
  for (const [number, facts] of directory.volumes.entries()) {
    await rest()
    const part = parts.get(number)
    const text = part === undefined ? undefined : html.slice(part.start, part.end)
    const volume = text === undefined ? undefined : await unpack(text, facts, rest)
    if (volume === undefined) {
      const key = text === undefined ? 'missing' : 'damaged'
      checked.faults.push({ key, values: { number, count: facts.bodies } })
      continue
    }
    for (const [path, start, length] of byVolume[number] ?? []) {
      await rest()
      await checkFile(checked, path, volume.subarray(start, start + length))
    }
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
  rest: () => Promise<void>,
): Promise<Uint8Array | undefined> {
  try {
    return await unpackVolume(text, facts, rest)
  } catch {
    // Whoever ended the check says so once more; what gzip says of damage differs by engine.
    await rest()
    return undefined
  }
}

async function checkFile(checked: CheckedLifeboat, path: string, bytes: Uint8Array): Promise<void> {
  const named = parseDataPath(path)
  if (named !== undefined && (await hashDataFile(named.folder, bytes, toSha256)) !== named.hash) {
    checked.faults.push({ key: 'misnamed', values: { path } })
    return
  }
  checked.files++
  if (path !== manifestPath) return
  const manifest = readManifest(bytes)
  if (manifest !== undefined) checked.manifest = manifest
}

function readManifest(bytes: Uint8Array): Manifest | undefined {
  if (bytes.length > mostManifestBytes) return undefined
  try {
    return parseManifest(parseShallowJson(new TextDecoder().decode(bytes)))
  } catch (error) {
    if (error instanceof ContractError || error instanceof SyntaxError) return undefined
    throw error
  }
}
