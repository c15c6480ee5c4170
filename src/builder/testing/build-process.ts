// For tests: a build in a child process that can be killed. See `killed-build.test.ts`.
import { writeSync } from 'node:fs'
import { openDisk } from '#builder/ground/disk/disk.ts'
import { buildArchive } from '#builder/commands/build/build-archive.ts'
import { BuildError } from '#builder/ground/build-error.ts'
import { makeReaderApp } from './make-reader-app.ts'

// With a third word the process kills itself when a phase of that name begins, or amid the write of that number or path.
const [posts = '', out = '', end] = process.argv.slice(2)

const disk = openDisk(out)
let writes = 0

function dieAt(...moments: string[]): void {
  if (end !== undefined && moments.includes(end)) process.kill(process.pid, 'SIGKILL')
}

try {
  await buildArchive(
    { folders: [posts], out, timeZone: 'UTC', pages: 'all' },
    {
      openReaderApp: () => Promise.resolve(makeReaderApp()),
      // Synchronous: the listener needs to know where the build is now, not when the event loop gets to it.
      progress: {
        start: (phase) => {
          writeSync(1, `${phase}\n`)
          dieAt(phase)
        },
        step: () => {},
        end: () => {},
      },
      disk: {
        ...disk,
        write: async (path, bytes) => {
          const writing = disk.write(path, bytes)
          dieAt(path, String(++writes))
          await writing
          dieAt(`after ${path}`)
        },
      },
    },
  )
  writeSync(1, 'done\n')
} catch (error) {
  if (!(error instanceof BuildError)) throw error
  writeSync(1, `${error.message}\n`)
}
