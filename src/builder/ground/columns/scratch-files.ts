import { unlinkSync } from 'node:fs'
import { join } from 'node:path'
import { OpenFile } from './open-file.ts'

/** Files for what memory should not hold. They have no name: a program that is killed leaves none behind. */
export class ScratchFiles {
  readonly #folder: string
  readonly #files: OpenFile[] = []

  /** `folder` must exist when the first file is opened. */
  constructor(folder: string) {
    this.#folder = folder
  }

  /** Opens an empty file. */
  open(): OpenFile {
    const path = join(this.#folder, `scratch-${this.#files.length}`)
    const file = new OpenFile(path, 'w+')
    this.#files.push(file)
    unlinkSync(path)
    return file
  }

  /** Closes all of them: what is in them is gone. */
  close(): void {
    for (const file of this.#files) file.close()
  }
}
