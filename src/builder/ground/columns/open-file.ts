import { closeSync, openSync } from 'node:fs'

/** A file that is open until it is closed: then its descriptor may be another file's, which nobody must read by mistake. */
export class OpenFile {
  #descriptor: number | undefined

  /** Flags as of `fs.openSync`. */
  constructor(path: string, flags: 'r' | 'w+') {
    this.#descriptor = openSync(path, flags)
  }

  /** @throws Error when it is closed. */
  get descriptor(): number {
    if (this.#descriptor === undefined) throw new Error('the file is closed')
    return this.#descriptor
  }

  close(): void {
    if (this.#descriptor !== undefined) closeSync(this.#descriptor)
    this.#descriptor = undefined
  }
}
