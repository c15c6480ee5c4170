import type { DataKind, FileHash } from '#contract/file-names.ts'
import type { Manifest } from '#contract/manifest.ts'
import type { PictureFile } from '#contract/picture-file.ts'

/** The site that a copy is made from: its proven files, on the disk or on its host. Each method rejects when a file is missing or damaged. */
export interface CopySource {
  readonly manifest: Manifest
  data(kind: DataKind, hash: FileHash): Promise<Uint8Array>
  json<T>(kind: DataKind, hash: FileHash, parse: (value: unknown) => T): Promise<T>
  picture(file: PictureFile): Promise<Uint8Array>
}

/** What is copied, and how. */
export interface CopyOptions {
  /** Ordinals of the posts, ascending. */
  ordinals: Uint32Array
  /** The list that they are, as the parameters of its address (`q=tea&tag=birds`); empty for all posts. */
  list: string
  /** Whether the pictures that the archive keeps are copied as well. */
  pictures: 'none' | 'keep'
  /** Called with the number of posts that are done. */
  onProgress?: (posts: number) => void
  /** Lets others work; rejects when the copy is given up. */
  rest: () => Promise<void>
}
