import { spawnSync } from 'node:child_process'
import { access, readFile, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeFolder, readFolder } from '#testing/make-archive.ts'
import { makePostText } from '#testing/make-post.ts'
import { buildTestSite } from '#builder/testing/build-test-site.ts'
import { verifySite } from '#builder/commands/check/verify-site.ts'
import { holdingLocks, lockName } from './folder-lock.ts'
import { openDisk, type Disk } from '../disk/disk.ts'

const post = (title: string) => ({
  'harbour/_posts/2020-01-01-a.md': makePostText({ title, from: null }),
})

/** The id of a process that has exited. */
function toDeadProcess(): number {
  return spawnSync(process.execPath, ['-e', '']).pid
}

const holder = (pid: number, host = hostname()) => JSON.stringify({ pid, host, token: 'x' })

test('of two concurrent builds into one folder the second is refused, and the site of the first is intact', async () => {
  const out = join(await makeFolder(), 'site')
  const builds = await Promise.allSettled([
    buildTestSite({ posts: post('One'), out }),
    buildTestSite({ posts: post('Two'), out }),
  ])
  const failed = builds.flatMap((build) => (build.status === 'rejected' ? [build.reason] : []))
  expect(failed.map(String)).toEqual([expect.stringContaining('Another build (process ')])
  expect((await verifySite(out)).faults).toEqual([])
  await expect(access(join(out, lockName))).rejects.toMatchObject({ code: 'ENOENT' })
})

test.each([
  ['of a process that has exited', () => holder(toDeadProcess()), 0],
  ['of an earlier process with our id', () => holder(process.pid), 0],
  ['of another machine, silent for an hour', () => holder(1, 'elsewhere'), 3_600],
  ['truncated an hour ago', () => '{"pi', 3_600],
])('takes over a stale lock %s', async (_, toText, ageSeconds) => {
  const folder = await makeFolder()
  const path = join(folder, lockName)
  await writeFile(path, toText())
  const then = Date.now() / 1_000 - ageSeconds
  await utimes(path, then, then)
  expect(await holdingLocks([folder], (wasAbandoned) => Promise.resolve(wasAbandoned))).toBe(true)
  expect([...(await readFolder(folder)).keys()]).toEqual([])
})

test.each([
  ['of another machine', () => holder(1, 'elsewhere')],
  ['of a running process', () => holder(process.ppid)],
  ['that is being written', () => ''],
])('respects a fresh lock %s', async (_, toText) => {
  const folder = await makeFolder({ [lockName]: toText() })
  await expect(holdingLocks([folder], () => Promise.resolve())).rejects.toThrow('Another build')
  expect(await readFile(join(folder, lockName), 'utf8')).toBe(toText())
})

test('names the holder of a lock whose file is there before its text', async () => {
  const folder = await makeFolder({ [lockName]: '' })
  const asked = holdingLocks([folder], () => Promise.resolve()).then(
    () => 'held',
    (error: unknown) => String(error),
  )
  // Time for the lock to be found empty.
  for (let n = 0; n < 20; n++) await readFile(join(folder, lockName))
  await writeFile(join(folder, lockName), holder(process.ppid))
  expect(await asked).toContain(`Another build (process ${process.ppid} on `)
})

test('the next build removes the files of a first build that failed', async () => {
  const out = join(await makeFolder(), 'site')
  const disk: Disk = {
    ...openDisk(out),
    write: (path, bytes) =>
      path === 'manifest.json'
        ? Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC', syscall: 'write' }))
        : openDisk(out).write(path, bytes),
    // A killed process cleans nothing up.
    removeLeftovers: () => Promise.resolve(),
  }
  const failing = buildTestSite({ posts: post('One'), out, tools: { disk } })
  await expect(failing).rejects.toThrow('Cannot write')
  const orphans = [...(await readFolder(out)).keys()].filter((path) => path.startsWith('data/'))
  expect(orphans.length).toBeGreaterThan(3)
  await buildTestSite({ posts: post('Two'), out })
  const fresh = await buildTestSite({ posts: post('Two') })
  expect([...(await readFolder(out)).keys()]).toEqual([...(await readFolder(fresh.out)).keys()])
})
