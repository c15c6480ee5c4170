import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ContractError } from '#contract/contract-error.ts'
import { dataPath, manifestPath, type DataKind, type FileHash } from '#contract/file-names.ts'
import { parseManifest, type Manifest } from '#contract/manifest.ts'
import { BuildError } from '#builder/ground/build-error.ts'
import { isCode } from '#builder/ground/disk/disk.ts'
import { isNamedRight } from '#builder/site/sums/named-right.ts'

/** Reads the files of a built site on demand and verifies them. */
export class SiteFiles {
  readonly manifest: Manifest
  readonly #folder: string

  private constructor(folder: string, manifest: Manifest) {
    this.#folder = folder
    this.manifest = manifest
  }

  /** @throws BuildError when the folder contains no site, or one of an unknown version. */
  static async open(folder: string): Promise<SiteFiles> {
    const bytes = await readFile(join(folder, manifestPath)).catch((error: unknown) => {
      if (!isCode(error, ['ENOENT', 'ENOTDIR'])) throw toUnreadable(manifestPath, error)
      throw new BuildError(
        `There is no built site in "${folder}".`,
        'Give the folder that `broadsheet build` wrote with --out.',
      )
    })
    return new SiteFiles(folder, parseSiteFile(manifestPath, bytes, parseManifest))
  }

  /**
   * Bytes of any file of the site.
   * @throws BuildError when it cannot be read.
   */
  async bytes(path: string): Promise<Uint8Array> {
    return readFile(join(this.#folder, path)).catch((error: unknown) => {
      throw toUnreadable(path, error)
    })
  }

  /**
   * Bytes of a data file, verified against the hash in its name.
   * @throws BuildError when they do not match or cannot be read.
   */
  async data(kind: DataKind, hash: FileHash): Promise<Uint8Array> {
    return this.proven(dataPath(kind, hash))
  }

  /**
   * Bytes of a file of the site, verified against the hash in its name where it has one: all data files but the manifest.
   * @throws BuildError when they do not match or cannot be read.
   */
  async proven(path: string): Promise<Uint8Array> {
    const bytes = await this.bytes(path)
    if (await isNamedRight(path, bytes)) return bytes
    throw toDamaged(path)
  }

  /**
   * Reads and parses a data file.
   * @throws BuildError when it has another shape, is damaged or cannot be read.
   */
  async json<T>(kind: DataKind, hash: FileHash, parse: (value: unknown) => T): Promise<T> {
    return parseSiteFile(dataPath(kind, hash), await this.data(kind, hash), parse)
  }
}

/**
 * Parses a file of a site.
 * @throws BuildError when it has another shape or is damaged.
 */
export function parseSiteFile<T>(path: string, bytes: Uint8Array, parse: (value: unknown) => T): T {
  try {
    return parse(JSON.parse(Buffer.from(bytes).toString()))
  } catch (cause) {
    if (cause instanceof SyntaxError) throw toDamaged(path, cause)
    if (!(cause instanceof ContractError)) throw cause
    throw new BuildError(
      `${path} was written by another version of Broadsheet or is damaged: ${cause.message}.`,
      'Build the site again.',
      { cause },
    )
  }
}

/** The error for a damaged file. */
export function toDamaged(path: string, cause?: unknown): BuildError {
  return new BuildError(
    `${path} is damaged.`,
    'Delete it and build the site again; `broadsheet check` on the site finds all such files.',
    { cause },
  )
}

/** The error for an invalid file of the search index, which `cause` names. */
export function toDamagedIndex(cause: Error): BuildError {
  return new BuildError(
    `The search index is damaged: ${cause.message}.`,
    'Delete that file and build the site again; `broadsheet check` on the site finds all such files.',
    { cause },
  )
}

function toUnreadable(path: string, cause: unknown): BuildError {
  const code = cause instanceof Error && 'code' in cause ? ` (${String(cause.code)})` : ''
  return new BuildError(
    `${path} cannot be read${code}.`,
    'Build the site again, or give the folder of a whole site.',
    { cause },
  )
}
