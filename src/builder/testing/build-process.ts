// For tests: a build in a child process that can be killed. See `killed-build.test.ts`.
import { writeSync } from 'node:fs'
import { buildArchive } from '#builder/commands/build/build-archive.ts'
import { BuildError } from '#builder/ground/build-error.ts'
import { makeReaderApp } from './make-reader-app.ts'

const [posts = '', out = ''] = process.argv.slice(2)

try {
  await buildArchive(
    { folders: [posts], out, timeZone: 'UTC', pages: 'all' },
    {
      openReaderApp: () => Promise.resolve(makeReaderApp()),
      // Synchronous: the listener needs to know where the build is now, not when the event loop gets to it.
      progress: { start: (phase) => writeSync(1, `${phase}\n`), step: () => {}, end: () => {} },
    },
  )
  writeSync(1, 'done\n')
} catch (error) {
  if (!(error instanceof BuildError)) throw error
  writeSync(1, `${error.message}\n`)
}
