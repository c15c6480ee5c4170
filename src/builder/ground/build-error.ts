/** Stops a command: the message says what is wrong in one sentence, the hint what to do about it. */
export class BuildError extends Error {
  override readonly name = 'BuildError'
  readonly hint: string

  constructor(message: string, hint: string, options?: ErrorOptions) {
    super(message, options)
    this.hint = hint
  }
}
