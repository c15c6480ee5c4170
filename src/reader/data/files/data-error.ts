/**
 * Why a file of the site could not be had.
 * `offline`: no answer came; `status`: the host answered with an error; `contract`: the file has a shape or version
 * this reader does not know; `corrupt`: the bytes are not those the name promises, or not JSON.
 */
export type DataErrorKind = 'offline' | 'status' | 'contract' | 'corrupt'

/** The only error that `data/` throws. Routes show it; nothing of it is kept as a success. */
export class DataError extends Error {
  override readonly name = 'DataError'
  readonly kind: DataErrorKind
  /** Path of the file below the site's root. */
  readonly path: string
  /** HTTP status for `status`, else absent. */
  readonly status: number | undefined

  constructor(kind: DataErrorKind, path: string, options: { cause?: unknown; status?: number }) {
    const detail = options.status === undefined ? '' : ` ${options.status}`
    super(`${path}: ${kind}${detail}`, { cause: options.cause })
    this.kind = kind
    this.path = path
    this.status = options.status
  }
}

/** Whether a file that the manifest names is gone: the sign of a newer build on the host. */
export function isGone(error: unknown): boolean {
  return error instanceof DataError && (error.status === 404 || error.status === 410)
}
