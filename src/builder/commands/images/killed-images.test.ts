import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { makeFolder } from '#testing/make-archive.ts'
import { makePostText } from '#testing/make-post.ts'
import { patienceMs } from '#testing/patience.ts'
import { isKept, parseLedger } from '#builder/archive/pictures/ledger.ts'
import { keepPictures } from './keep-pictures.ts'
import { silentProgress } from '#builder/ground/progress.ts'
import { makeClock } from '#builder/testing/make-clock.ts'
import { makePngHead } from '#builder/testing/make-pictures.ts'
import { openPictureServer, type PictureRoutes } from '#builder/testing/picture-server.ts'
import { lockName } from '#builder/ground/locks/folder-lock.ts'

const program = fileURLToPath(new URL('../../testing/images-process.ts', import.meta.url))
const root = fileURLToPath(new URL('../../../..', import.meta.url))
const hosts = Array.from({ length: 6 }, (_, at) => `h${at}.example`)
const bounds = {
  maxBytes: 1_000_000,
  maxTotalBytes: 1_000_000,
  mostAddresses: 100,
  mostMs: 600_000,
  timeoutMs: patienceMs,
  userAgent: 'Broadsheet/test',
}

test('N6 resumes where a run was killed between two pictures', async () => {
  const body = hosts.map((host) => `<p>x</p><img src="https://${host}/a.png">`).join('')
  const home = await makeFolder({ 'harbour/_posts/2020-03-01-a.md': makePostText({ body }) })
  const folder = join(home, 'harbour')
  let answered = 0
  const run: { child?: ChildProcess } = {}
  const routes: PictureRoutes = {
    '/a.png': (request, response) => {
      // Serves three pictures, then kills the process while it waits for the others.
      if (answered === 3) return run.child?.kill('SIGKILL')
      answered++
      return response.end(makePngHead(5, 3, request.headers.host))
    },
  }
  const server = await openPictureServer(routes)
  const child = spawn(process.execPath, ['--import', 'tsx', program, folder, `${server.port}`], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  run.child = child
  expect((await once(child, 'exit'))[1]).toBe('SIGKILL')
  const pictures = join(folder, '_images')
  const ledger = parseLedger(await readFile(join(pictures, 'images.jsonl')))
  const kept = [...(ledger?.entries.values() ?? [])].filter(isKept)
  const known = new Set(kept.map(({ address }) => address))
  expect(await readdir(pictures)).toContain(lockName)

  answered = -Infinity
  server.asked.length = 0
  const report = await keepPictures(
    { folders: [folder], retry: false, bounds },
    {
      network: server.network,
      make: (bytes, facts) => Promise.resolve({ ...facts, bytes }),
      clock: makeClock(),
      progress: silentProgress,
    },
  )
  expect(report).toMatchObject({ addresses: 6, kept: 6, failed: 0, left: 0 })
  expect(server.asked.toSorted()).toEqual(
    hosts.map((host) => `${host}/a.png`).filter((name) => !known.has(`https://${name}`)),
  )
  expect((await readdir(pictures)).filter((name) => name.startsWith('.'))).toEqual([])
})
