/**
 * Why a desk file cannot be used: too large or nested too deeply, no desk file at all, of a newer version, of the right kind
 * and damaged, asking for more work than opening one takes, or not opened by a passphrase.
 */
export type DeskFileFault = 'large' | 'other' | 'newer' | 'damaged' | 'work' | 'passphrase'

/** A file that cannot be used as a desk file. Nothing of it was taken. */
export class DeskFileError extends Error {
  override readonly name = 'DeskFileError'
  readonly fault: DeskFileFault

  constructor(fault: DeskFileFault, options?: ErrorOptions) {
    super(`not a desk file that can be used: ${fault}`, options)
    this.fault = fault
  }
}
