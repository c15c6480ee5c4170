import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { picturePath, type PictureFile } from '#contract/picture-file.ts'
import { dataPath, toFileHash, type DataKind, type FileHash } from '#contract/file-names.ts'

/** Reads data files of a site and checks each against the hash in its name. */
export interface VerifiedReader {
  /** Bytes of a file; `undefined`, and a fault noted, when it is missing or its bytes are not those of its name. */
  bytes(kind: DataKind, hash: FileHash): Promise<Uint8Array | undefined>
  /** The same for a picture. */
  picture(file: PictureFile): Promise<Uint8Array | undefined>
  /** The same, as a known shape; a wrong shape is a fault. */
  json<T>(kind: DataKind, hash: FileHash, parse: (value: unknown) => T): Promise<T | undefined>
}

/** What verifying notes down on its way. */
export interface VerifyNotes {
  faults: string[]
  /** Paths looked at. */
  looked: Set<string>
}

/** Reads below a site's folder and notes what it sees. */
export function makeVerifiedReader(
  folder: string,
  { faults, looked }: VerifyNotes,
): VerifiedReader {
  const read = async (path: string, hash: string): Promise<Uint8Array | undefined> => {
    looked.add(path)
    try {
      const content = await readFile(join(folder, path))
      if (toFileHash(createHash('sha256').update(content).digest()) === hash) return content
      faults.push(`${path}: the bytes are not those its name promises`)
    } catch (error) {
      faults.push(`${path}: ${toFaultText(error)}`)
    }
    return undefined
  }
  const bytes: VerifiedReader['bytes'] = (kind, hash) => read(dataPath(kind, hash), hash)
  return {
    bytes,
    picture: (file) => read(picturePath(file), file.slice(0, file.indexOf('.'))),
    json: async (kind, hash, parse) => {
      const content = await bytes(kind, hash)
      if (content === undefined) return undefined
      try {
        return parse(JSON.parse(Buffer.from(content).toString()))
      } catch (error) {
        faults.push(`${dataPath(kind, hash)}: ${toFaultText(error)}`)
        return undefined
      }
    },
  }
}

/** One line for whatever went wrong. */
export function toFaultText(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
