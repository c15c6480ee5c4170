/**
 * Why a desk file cannot be used: too large or nested too deeply, no desk file at all, of a newer version, or of the right kind
 * and damaged.
 */
export type DeskFileFault = 'large' | 'other' | 'newer' | 'damaged'

/** A file that cannot be used as a desk file. Nothing of it was taken. */
export class DeskFileError extends Error {
  override readonly name = 'DeskFileError'
  readonly fault: DeskFileFault

  constructor(fault: DeskFileFault, options?: ErrorOptions) {
    super(`not a desk file that can be used: ${fault}`, options)
    this.fault = fault
  }
}
