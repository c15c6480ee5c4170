import { unlinkSync } from 'node:fs'
import { join } from 'node:path'
import { OpenFile } from './open-file.ts'

/** Unnamed temp files for data that should not stay in memory: a killed process leaves none behind. */
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

  /** Closes all files, which discards their content. */
  close(): void {
    for (const file of this.#files) file.close()
  }
}
