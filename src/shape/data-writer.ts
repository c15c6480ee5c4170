import type { DataKind, FileHash } from '#contract/file-names.ts'

/** Takes the data files of an archive, each under the hash of its content. */
export interface DataWriter {
  writeBytes(kind: DataKind, bytes: Uint8Array): Promise<FileHash>
  writeJson(kind: Exclude<DataKind, 'selections'>, value: unknown): Promise<FileHash>
}
