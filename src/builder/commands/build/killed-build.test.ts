import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { access, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { Manifest } from '#contract/manifest.ts'
import { makeFolder } from '#testing/make-archive.ts'
import { makePostText } from '#testing/make-post.ts'
import { buildTestSite } from '#builder/testing/build-test-site.ts'
import { verifySite } from '../check/verify-site.ts'
import { lockName } from '#builder/ground/locks/folder-lock.ts'

const program = fileURLToPath(new URL('../../testing/build-process.ts', import.meta.url))
const root = fileURLToPath(new URL('../../../..', import.meta.url))
const postCount = 200

function makePosts(round: number): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: postCount }, (_, at) => {
      const day = `2020-03-${String((at % 28) + 1).padStart(2, '0')}`
      const title = at % 3 === 0 ? `Round ${round}` : `Post ${at}`
      const text = makePostText({ title, date: `${day}T10:15:00.000Z`, from: null })
      return [`harbour/_posts/${day}-post-${at}.md`, text]
    }),
  )
}

/** Starts a build in a child process; `before` is a shell command to run first, `end` where the process kills itself. */
function startBuild(
  posts: string,
  out: string,
  { before = '', end }: { before?: string; end?: string },
): ChildProcess {
  const command = `${before} exec "$0" --import tsx "$@"`
  const more = end === undefined ? [] : [end]
  const argv = ['-c', command, process.execPath, program, posts, out, ...more]
  const child = spawn('/bin/sh', argv, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

/** Waits until a process prints some words, and keeps reading; returns its output so far. */
function untilSaid({ stdout }: ChildProcess, words: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    stdout?.on('data', (chunk) => {
      said += String(chunk)
      if (said.includes(words)) resolve(said)
    })
    stdout?.on('end', () => reject(new Error(`The build ended after printing only: ${said}`)))
  })
}

/** Posts that have all changed since a site was built of them, that site, and what a fresh build makes of them. */
interface Changed {
  home: string
  posts: string
  built: string
  fresh: Manifest
}

let changed: Changed

beforeAll(async () => {
  const home = await mkdtemp(join(tmpdir(), 'broadsheet-test-'))
  const [posts, built] = [join(home, 'harbour'), join(home, 'site')]
  await mkdir(join(posts, '_posts'), { recursive: true })
  const write = async (round: number) => {
    for (const [path, text] of Object.entries(makePosts(round))) {
      await writeFile(join(home, path), text)
    }
  }
  await write(0)
  await buildTestSite({ folders: [posts], out: built })
  await write(1)
  const { manifest } = await buildTestSite({ folders: [posts], out: join(home, 'fresh') })
  changed = { home, posts, built, fresh: manifest }
})

afterAll(() => rm(changed.home, { recursive: true, force: true }))

/** The built site and its cache, for one test. */
async function copySite() {
  const { posts, built } = changed
  const out = join(await makeFolder(), 'site')
  for (const end of ['', '.cache']) {
    await cp(`${built}${end}`, `${out}${end}`, { recursive: true, preserveTimestamps: true })
  }
  return { site: { folders: [posts], out }, posts, out }
}

describe('a build that is killed while it writes', () => {
  test('B17 releases its lock at once, even as a zombie that its parent has not reaped', async () => {
    const { site, posts, out } = await copySite()
    // The shell becomes a program that never reaps its child, which stays a zombie.
    const command = `"$0" --import tsx "$@" & echo "pid $!"; exec sleep 3600`
    const argv = ['-c', command, process.execPath, program, posts, out, 'Writing the site']
    const parent = spawn('/bin/sh', argv, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
    onTestFinished(() => void parent.kill('SIGKILL'))
    const pid = Number(/pid (\d+)/.exec(await untilSaid(parent, 'Writing the site'))?.[1])
    process.kill(pid, 'SIGKILL')
    await buildTestSite(site)
    expect((await verifySite(out)).faults).toEqual([])
    await expect(access(join(out, lockName))).rejects.toMatchObject({ code: 'ENOENT' })
  })

  test.each([
    ['as it begins to read', 'Reading posts'],
    ['as it begins to write', 'Writing the site'],
    ['at its first file', '1'],
    ['at its fortieth file', '40'],
    ['at the manifest', 'manifest.json'],
    ['right after the manifest', 'after manifest.json'],
  ])('B17 %s leaves an intact site, and the next build succeeds', async (_, end) => {
    const { site, posts, out } = await copySite()
    const before = await readFile(join(out, 'manifest.json'), 'utf8')
    const child = startBuild(posts, out, { end })
    const [, signal] = await once(child, 'exit')
    expect(signal).toBe('SIGKILL')
    expect((await verifySite(out)).faults).toEqual([])
    const { manifest } = await buildTestSite(site)
    expect((await verifySite(out)).faults).toEqual([])
    expect(manifest).toEqual(changed.fresh)
    expect(JSON.stringify(manifest)).not.toBe(before)
  })
})

// A file size limit makes writes fail midway, as a full disk does, without needing a disk.
test.each([8, 100])(
  'B17 a build that may write no file over %i blocks reports it and leaves the site intact',
  async (blocks) => {
    const { site, posts, out } = await copySite()
    const before = await readFile(join(out, 'manifest.json'), 'utf8')
    const said = await untilSaid(
      startBuild(posts, out, { before: `ulimit -f ${blocks};` }),
      'Cannot write',
    )
    expect(said).toContain('(EFBIG)')
    expect(await readFile(join(out, 'manifest.json'), 'utf8')).toBe(before)
    expect((await verifySite(out)).faults).toEqual([])
    await buildTestSite(site)
    expect((await verifySite(out)).faults).toEqual([])
  },
)
