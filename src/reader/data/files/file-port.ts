import type { DataErrorKind } from './data-error.ts'

/** How the search worker asks the page for files that may come from mirrors: bans and answers are the page's. */
export type PortRequest =
  | { kind: 'read'; id: number; path: string; cache?: RequestCache }
  | { kind: 'leave'; id: number }
  /** Whether the bytes of a `prove` are those of the file. */
  | { kind: 'judge'; proof: number; isProven: boolean }

/** What the page answers: bytes to be proven, or which of them are the file, or why there are none. */
export type PortAnswer =
  | { kind: 'prove'; id: number; proof: number; bytes: Uint8Array }
  | { kind: 'found'; id: number; proof: number }
  | { kind: 'failed'; id: number; failure: DataErrorKind; status?: number }
