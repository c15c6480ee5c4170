import * as v from 'valibot'
import { ContractError, parseShape } from './contract-error.ts'
import { count } from './shapes.ts'

/** Version of the form of a lifeboat. Any change of a meaning is another version. */
export const lifeboatVersion = 2

/** Most bytes that a volume may unpack to. */
export const mostVolumeBytes = 64 * 2 ** 20

/** Most volumes: those of the longest file that can be read as a text are a tenth. */
export const mostVolumes = 4_096

/** Ids of the elements of a lifeboat, a page that holds an archive and the reader. */
export const lifeboatIds = {
  /** JSON: the directory. */
  directory: 'broadsheet-directory',
  /** The reader's script, gzip in base 85. */
  code: 'broadsheet-code',
  /** The search worker's script, gzip in base 85. */
  worker: 'broadsheet-worker',
  /** The last element: a file without it was cut off. */
  end: 'broadsheet-end',
} as const

/** Id of the element that holds a volume, in base 85. */
export function toVolumeId(volume: number): string {
  return `broadsheet-volume-${volume}`
}

const place = v.tuple([count, count, count])

const directoryShape = v.object({
  version: v.literal(lifeboatVersion),
  /** Articles in the file. */
  posts: count,
  volumes: v.pipe(
    v.array(
      v.object({
        /** Size when unpacked. */
        bytes: v.pipe(
          count,
          v.check((bytes) => bytes <= mostVolumeBytes, 'too large'),
        ),
        /** `repeats`: gzip of what `takeFarRepeats` makes; `none` for pictures, which do not get smaller. */
        packing: v.picklist(['repeats', 'none']),
        /** SHA-256 of the unpacked bytes, 64 hexadecimal digits. */
        sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
        /** How many articles it holds. */
        bodies: count,
      }),
    ),
    v.maxLength(mostVolumes),
  ),
  /** Where the files of the site lie: path -> number of the volume, first byte, length. */
  files: v.record(v.string(), place),
})

/** What lies where in a lifeboat. */
export type LifeboatDirectory = v.InferOutput<typeof directoryShape>

/** @throws ContractError when the shape is wrong, or files lie outside their volume or over each other. */
export function parseLifeboatDirectory(value: unknown): LifeboatDirectory {
  const directory = parseShape(directoryShape, 'lifeboat', value)
  const filled = directory.volumes.map(() => 0)
  for (const [path, [volume, start, length]] of Object.entries(directory.files)) {
    const bytes = directory.volumes[volume]?.bytes
    if (bytes === undefined || start + length > bytes) {
      throw new ContractError(`lifeboat: ${path} lies outside its volume`)
    }
    // Else a small file could have a large volume hashed a thousand times.
    const all = (filled[volume] ?? 0) + length
    if (all > bytes) throw new ContractError(`lifeboat: ${path} lies over other files`)
    filled[volume] = all
  }
  return directory
}
