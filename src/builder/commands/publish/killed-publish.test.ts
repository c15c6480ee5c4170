import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { makeFolder } from '#testing/make-archive.ts'
import { makePostText } from '#testing/make-post.ts'
import { patienceMs } from '#testing/patience.ts'
import { recordPath } from './publish-record.ts'
import { buildTestSite } from '#builder/testing/build-test-site.ts'
import { openFaultyStore, type FaultyStore } from '#builder/testing/faulty-store.ts'
import { makeReaderApp } from '#builder/testing/make-reader-app.ts'
import { readPublishedSite } from '#builder/testing/published-reader.ts'
import { runMain } from '#builder/testing/run-main.ts'
import { testBucket, testEnvironment, withS3Server } from '#builder/testing/s3-server.ts'

const root = fileURLToPath(new URL('../../../..', import.meta.url))

const server = withS3Server()

function makePosts(round: string): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: 8 }, (_, at) => {
      const date = `2020-03-0${at + 1}`
      return [`harbour/_posts/${date}-post.md`, makePostText({ title: `${round} ${at}`, date })]
    }),
  )
}

/** Publishes one build, then builds another in which every page and the reader differ. */
async function makeSite(name: string) {
  const home = await makeFolder(makePosts('First'))
  const out = join(await makeFolder(), 'site')
  const build = async (mark: string) => {
    const tools = { openReaderApp: () => Promise.resolve(makeReaderApp(mark)) }
    return buildTestSite({ folders: [join(home, 'harbour')], out, base: `/${name}/`, tools })
  }
  const before = await build('AAAAAAAA')
  const store = await openFaultyStore(server.port)
  const argv = ['publish', out, `s3://${testBucket}/${name}`, '--endpoint', store.endpoint]
  const publish = () => {
    for (const [name, value] of Object.entries(testEnvironment)) vi.stubEnv(name, value)
    return runMain(argv)
  }
  expect((await publish()).code).toBe(0)
  for (const [path, text] of Object.entries(makePosts('Second'))) {
    await writeFile(join(home, path), text)
  }
  const after = await build('BBBBBBBB')
  store.stored = []
  const builds = [before.manifest.buildId, after.manifest.buildId]
  return { store, argv, publish, builds, url: `${store.bucketUrl}${name}/` }
}

/** Starts the command in a child process. */
function startPublish(argv: string[]) {
  const program = ['--import', 'tsx', 'src/builder/cli.ts', ...argv]
  const env = { ...process.env, ...testEnvironment }
  const child = spawn(process.execPath, program, { cwd: root, stdio: 'ignore', env })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

/** Kills a process at the n-th upload of a kind; resolves when the process has exited. */
async function killAt(
  { store, argv }: { store: FaultyStore; argv: string[] },
  { key, count, isDone }: { key: RegExp; count: number; isDone: boolean },
): Promise<void> {
  const child = startPublish(argv)
  const exited = once(child, 'exit')
  let asked = 0
  store.plan = async (request) => {
    if (request.method !== 'PUT' || !key.test(request.key) || ++asked < count) return undefined
    if (isDone) return 'cutAfter'
    child.kill('SIGKILL')
    await exited
    return 'cutBefore'
  }
  if (isDone) {
    await vi.waitUntil(() => store.stored.some((stored) => key.test(stored)), {
      timeout: patienceMs,
    })
    child.kill('SIGKILL')
  }
  await exited
}

describe('publishing that is killed', () => {
  test.each([
    ['amid data', { key: /\/data\//, count: 5, isDone: false }],
    ['amid pages', { key: /\/posts\//, count: 5, isDone: false }],
    ['after the manifest', { key: /manifest\.json$/, count: 1, isDone: true }],
  ])(
    'P2 %s shows a complete site at every moment, and the next run uploads only the rest',
    async (when, at) => {
      const site = await makeSite(when.replaceAll(' ', '-'))
      const { store, builds, url } = site
      const killed = killAt(site, at)
      const state = { isOver: false }
      const seen = new Set<string>()
      const reading = (async () => {
        while (!state.isOver) {
          seen.add((await readPublishedSite(url)).buildId)
          // Nothing else can be seen before something else is stored.
          const { length } = store.stored
          await vi.waitUntil(() => state.isOver || store.stored.length !== length, {
            timeout: patienceMs,
          })
        }
      })()
      await killed
      seen.add((await readPublishedSite(url)).buildId)
      const sent = new Set(store.stored)
      store.stored = []
      store.plan = () => undefined
      expect(await site.publish()).toMatchObject({
        code: 0,
        err: expect.stringContaining('Listing uploaded files'),
      })
      state.isOver = true
      await reading
      expect(builds).toEqual(expect.arrayContaining([...seen]))
      expect((await readPublishedSite(url)).buildId).toBe(builds[1])
      expect(store.stored.filter((key) => sent.has(key) && !key.endsWith(recordPath))).toEqual([])
    },
  )
})
