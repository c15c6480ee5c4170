/** Stops a command. `message` states in one sentence what is wrong, `hint` what to do about it. */
export class BuildError extends Error {
  override readonly name = 'BuildError'
  readonly hint: string

  constructor(message: string, hint: string, options?: ErrorOptions) {
    super(message, options)
    this.hint = hint
  }
}
