import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { BuildError } from '#builder/ground/build-error.ts'
import { isCode } from '#builder/ground/disk/disk.ts'
import { openBuiltFolder } from '#builder/site/plan/built-folder.ts'

/** The reader in the form that a lifeboat holds: each part is one text. */
export interface LifeboatProgram {
  loader: string
  reader: string
  worker: string
  styles: string
}

/** Opens the built program. @throws BuildError when it is not whole, or cannot be built. */
export async function openLifeboatProgram(): Promise<LifeboatProgram> {
  const form = { name: 'one-file', config: 'vite.one-file.config.ts', whole: 'reader.js' }
  const folder = await openBuiltFolder(form)
  const read = async (name: string) => {
    try {
      return (await readFile(join(folder, name), 'utf8')).trim()
    } catch (cause) {
      if (!isCode(cause, ['ENOENT'])) throw cause
      const hint = 'Install the program again.'
      throw new BuildError(`The reader for lifeboats is missing from "${folder}".`, hint, { cause })
    }
  }
  const [loader, reader, worker, styles] = await Promise.all(
    ['loader.js', 'reader.js', 'worker.js', 'reader.css'].map(read),
  )
  return { loader: loader ?? '', reader: reader ?? '', worker: worker ?? '', styles: styles ?? '' }
}
