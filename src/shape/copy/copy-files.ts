import { hashDataFile } from '#contract/data-hash.ts'
import { dataPath, type DataKind, type FileHash } from '#contract/file-names.ts'
import type { DataWriter } from '../data-writer.ts'
import { toSha256 } from '../digest.ts'

/**
 * What the files of a copy are needed for: `first` what every view needs, `rest` rows and what filters are made of,
 * `bodies` articles, `pictures`.
 */
export const fileGroups = ['first', 'rest', 'bodies', 'pictures'] as const
export type FileGroup = (typeof fileGroups)[number]

/** A file of an archive that goes into a lifeboat. */
export interface PackedFile {
  path: string
  bytes: Uint8Array
  /** How many articles it holds. */
  bodies: number
}

/** Takes the files of a copy, one group beside the others. */
export type TakeFile = (group: FileGroup, file: PackedFile) => Promise<void>

/** Names the data files of a copy by their content and hands them on, each once. */
export class CopyFiles implements DataWriter {
  readonly #take: TakeFile
  readonly #known = new Set<string>()

  constructor(take: TakeFile) {
    this.#take = take
  }

  async writeBytes(kind: DataKind, bytes: Uint8Array): Promise<FileHash> {
    return this.#write(kind, bytes, 0)
  }

  async writeJson(kind: DataKind, value: unknown): Promise<FileHash> {
    return this.#write(kind, new TextEncoder().encode(JSON.stringify(value)), 0)
  }

  /** Hands on a pack of so many articles. */
  async writePack(bytes: Uint8Array, bodies: number): Promise<FileHash> {
    return this.#write('bodies', bytes, bodies)
  }

  async #write(kind: DataKind, bytes: Uint8Array, bodies: number): Promise<FileHash> {
    const hash = await hashDataFile(kind, bytes, toSha256)
    if (hash === undefined) throw new TypeError(`not the bytes of a file in data/${kind}`)
    const path = dataPath(kind, hash)
    if (this.#known.has(path)) return hash
    this.#known.add(path)
    await this.#take(toGroup(kind), { path, bytes, bodies })
    return hash
  }
}

function toGroup(kind: DataKind): FileGroup {
  if (kind === 'opening' || kind === 'facets') return 'first'
  return kind === 'bodies' ? 'bodies' : 'rest'
}
