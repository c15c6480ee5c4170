import { parseLifeboatProgram, type LifeboatProgram } from '#contract/lifeboat-program.ts'
import { BuildError } from '#builder/ground/build-error.ts'
import { openReaderApp } from '#builder/site/plan/reader-app.ts'

// As `vite.config.ts` names it.
const programPath = /^assets\/lifeboat-[\w-]{8}\.json$/

/** The code for lifeboats of the built reader. @throws BuildError when it is not whole, or cannot be built. */
export async function openLifeboatProgram(): Promise<LifeboatProgram> {
  const { files } = await openReaderApp()
  const [, bytes] = [...files].find(([path]) => programPath.test(path)) ?? []
  if (bytes === undefined) {
    throw new BuildError('The reader has no code for lifeboats.', 'Install the program again.')
  }
  return parseLifeboatProgram(JSON.parse(Buffer.from(bytes).toString()))
}
