import { closeSync, openSync } from 'node:fs'

/** An open file. Guards its descriptor: after closing, the system may give the same number to another file. */
export class OpenFile {
  #descriptor: number | undefined

  /** `flags` as in `fs.openSync`. */
  constructor(path: string, flags: 'r' | 'w+') {
    this.#descriptor = openSync(path, flags)
  }

  /** @throws Error when the file is closed. */
  get descriptor(): number {
    if (this.#descriptor === undefined) throw new Error('the file is closed')
    return this.#descriptor
  }

  close(): void {
    if (this.#descriptor !== undefined) closeSync(this.#descriptor)
    this.#descriptor = undefined
  }
}
