/** Why a file of the site could not be loaded. */
export type DataErrorKind =
  // No response.
  | 'offline'
  // The host fell silent.
  | 'late'
  // The host responded with an error.
  | 'status'
  // The file has a shape or version this reader does not know.
  | 'contract'
  // The bytes do not match the hash in the name, or are not JSON.
  | 'corrupt'
  // A lifeboat does not hold the file.
  | 'absent'
  // A lifeboat ends before it.
  | 'cut'

/** The only error that `data/` throws. Routes show it; a failure is never cached as a success. */
export class DataError extends Error {
  override readonly name = 'DataError'
  readonly kind: DataErrorKind
  /** Path of the file below the site's root. */
  readonly path: string
  /** HTTP status for `status`, otherwise absent. */
  readonly status: number | undefined

  constructor(kind: DataErrorKind, path: string, options: { cause?: unknown; status?: number }) {
    const detail = options.status === undefined ? '' : ` ${options.status}`
    super(`${path}: ${kind}${detail}`, { cause: options.cause })
    this.kind = kind
    this.path = path
    this.status = options.status
  }
}

/** Whether a file that the manifest names is gone, which indicates a newer build on the host. */
export function isGone(error: unknown): boolean {
  return error instanceof DataError && (error.status === 404 || error.status === 410)
}
