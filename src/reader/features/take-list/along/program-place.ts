import type { FileHash } from '#contract/file-names.ts'

/** Where the code for lifeboats lies on the site. */
export interface ProgramPlace {
  path: string
  /** Hash of its bytes, as data files have it in their names. */
  hash: FileHash
}

/** Filled when the reader is built, see `vite.config.ts`. */
export const programPlace: ProgramPlace | undefined = undefined
