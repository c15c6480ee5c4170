/** What was to be written is larger than its form allows. */
export class TooLargeError extends RangeError {
  override readonly name = 'TooLargeError'
}
