declare global {
  /** Left by the loader of a lifeboat for the reader: the search worker's script. */
  var broadsheetWorkerCode: string | undefined
}

/** Leaves the search worker's script to the reader, which is a script of its own. */
export function leaveWorkerCode(code: string): void {
  globalThis.broadsheetWorkerCode = code
}

/** The script that the loader has left. */
export function takeWorkerCode(): string {
  return globalThis.broadsheetWorkerCode ?? ''
}
