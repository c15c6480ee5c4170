import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { makeFolder } from '#testing/make-archive.ts'
import { makePostText } from '#testing/make-post.ts'
import { patienceMs } from '#testing/patience.ts'
import { runMain } from '#builder/testing/run-main.ts'
import { toProgressLine } from '../console/console-progress.ts'
import { makeRebuilder } from './rebuilder.ts'

describe('rebuilder', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    return () => vi.useRealTimers()
  })

  test('debounces changes into one build, and builds never overlap', async () => {
    let running = 0
    let most = 0
    let builds = 0
    const rebuilder = makeRebuilder({
      build: async () => {
        most = Math.max(most, ++running)
        await Promise.resolve()
        builds++
        running--
        return false
      },
      complete: () => Promise.reject(new Error('nothing to complete')),
    })
    for (let turn = 0; turn < 5; turn++) rebuilder.request()
    await vi.advanceTimersByTimeAsync(200)
    rebuilder.request()
    await vi.advanceTimersByTimeAsync(20_000)
    await rebuilder.stop()
    expect({ builds, most }).toEqual({ builds: 2, most: 1 })
  })

  test('completes the build after five seconds without a request', async () => {
    const done: string[] = []
    const rebuilder = makeRebuilder({
      build: async () => {
        done.push('build')
        return await Promise.resolve(true)
      },
      complete: async () => {
        done.push('complete')
        return await Promise.resolve()
      },
    })
    rebuilder.request()
    await vi.advanceTimersByTimeAsync(4_000)
    rebuilder.request()
    await vi.advanceTimersByTimeAsync(4_000)
    expect(done).toEqual(['build', 'build'])
    await vi.advanceTimersByTimeAsync(2_000)
    expect(done).toEqual(['build', 'build', 'complete'])
    rebuilder.request()
    await vi.advanceTimersByTimeAsync(100)
    await rebuilder.stop()
    await vi.advanceTimersByTimeAsync(20_000)
    expect(done).toEqual(['build', 'build', 'complete', 'build'])
  })

  test('a request aborts the completion and runs next', async () => {
    const done: string[] = []
    const rebuilder = makeRebuilder({
      build: async () => {
        done.push('build')
        return await Promise.resolve(true)
      },
      complete: (signal) =>
        new Promise((resolve) => {
          signal.addEventListener('abort', () => {
            done.push('stopped')
            resolve()
          })
        }),
    })
    rebuilder.request()
    await vi.advanceTimersByTimeAsync(6_000)
    rebuilder.request()
    await vi.advanceTimersByTimeAsync(100)
    expect(done).toEqual(['build', 'stopped', 'build'])
    await vi.advanceTimersByTimeAsync(6_000)
    await rebuilder.stop()
    expect(done).toEqual(['build', 'stopped', 'build', 'stopped'])
  })
})

test('dev serves posts, rebuilds on a change, and keeps the last good site when a build fails', async () => {
  const home = await makeFolder({
    'harbour/_posts/2020-01-01-a.md': makePostText({ title: 'One', from: null }),
  })
  const file = join(home, 'harbour/_posts/2020-01-01-a.md')
  const { code, err } = await runMain(
    ['dev', join(home, 'harbour'), '--port', '0'],
    async (out, err) => {
      const address = /http:\S+/.exec(out.join('\n'))?.[0] ?? ''
      const title = async () => {
        const manifest: unknown = await (await fetch(`${address}manifest.json`)).json()
        return JSON.stringify(manifest)
      }
      const first = await title()
      expect(await (await fetch(address)).text()).toContain('dev-reload.js')
      await writeFile(file, makePostText({ title: 'Two', from: null }))
      await vi.waitFor(async () => expect(await title()).not.toBe(first), {
        timeout: patienceMs,
        interval: 100,
      })
      const second = await title()
      await writeFile(file, 'broken')
      await vi.waitUntil(() => err.some((line) => line.includes('The last good site')), {
        timeout: patienceMs,
      })
      expect(await title()).toBe(second)
    },
  )
  expect(code).toBe(0)
  expect(err).toContain('The last good site is still served.')
})

test('dev rebuilds when the settings above the given folder change', async () => {
  const home = await makeFolder({
    'harbour/hugo.toml': 'title = "Harbour"\n',
    'harbour/content/log/a.md': makePostText({ title: 'One', from: null }),
  })
  const { code } = await runMain(
    ['dev', join(home, 'harbour/content'), '--port', '0'],
    async (out) => {
      const address = /http:\S+/.exec(out.join('\n'))?.[0] ?? ''
      const manifest = async () => (await fetch(`${address}manifest.json`)).text()
      expect(await manifest()).toContain('"Harbour"')
      // The watcher may not be ready yet: the change is repeated until it is seen.
      await vi.waitFor(
        async () => {
          await writeFile(join(home, 'harbour/hugo.toml'), 'title = "Quay"\n')
          expect(await manifest()).toContain('"Quay"')
        },
        { timeout: patienceMs, interval: 500 },
      )
    },
  )
  expect(code).toBe(0)
})

test.each([
  [{ phase: 'Reading', done: 0, total: 10, elapsedMs: 0 }, 'Reading: 0 of 10'],
  [
    { phase: 'Reading', done: 50, total: 200, elapsedMs: 1_000 },
    'Reading: 50 of 200, 50/s, 3 s left',
  ],
  [
    { phase: 'Reading', done: 200, total: 200, elapsedMs: 4_000 },
    'Reading: 200 of 200, 50/s, 4.0 s',
  ],
  [{ phase: 'Reading', done: 7, total: undefined, elapsedMs: 1_000 }, 'Reading: 7, 7/s, 1.0 s'],
])('progress %j reads %j', (state, line) => {
  expect(toProgressLine(state)).toBe(line)
})
