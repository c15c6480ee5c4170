import type { DataErrorKind } from '#reader/data/files/data-error.ts'

/** The search worker asks the page for a file. */
export interface FileRequest {
  id: number
  path: string
}

/** The page's answer: the bytes, or why there are none. */
export type FileAnswer = { id: number } & ({ bytes: Uint8Array } | { failure: DataErrorKind })
