import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { smallSegments } from '#search/testing/make-index.ts'
import { makeFolder, readFolder } from '#testing/make-archive.ts'
import { makePostText } from '#testing/make-post.ts'
import { buildTestSite } from '#builder/testing/build-test-site.ts'
import { readNewestBuild } from '#builder/testing/read-newest-build.ts'
import { verifySite } from '#builder/commands/check/verify-site.ts'
import { openDisk, type Disk } from '#builder/ground/disk/disk.ts'

const tools = { segmentSizes: smallSegments }

const toPath = (home: string, day: number) =>
  join(home, `_posts/2020-03-${String(day).padStart(2, '0')}-x.md`)

const toText = (day: number, variant: number) =>
  makePostText({
    title: `Post ${day} 春${variant}`,
    date: `2020-03-${String(day).padStart(2, '0')}T10:15:00.000Z`,
    from: null,
    body: `<p>Text ${variant} 天空${day}</p>`,
  })

const put = async (home: string, day: number, variant: number) => {
  await mkdir(dirname(toPath(home, day)), { recursive: true })
  await writeFile(toPath(home, day), toText(day, variant))
}

/** A site of some posts with an index of several segments. */
async function buildDays(days: number) {
  const home = join(await makeFolder(), 'harbour')
  for (let day = 1; day <= days; day++) await put(home, day, 0)
  const site = { folders: [home], out: join(await makeFolder(), 'site'), tools }
  await buildTestSite(site)
  return { home, site, cache: join(`${site.out}.cache`, 'search') }
}

/** Reads a site, and a fresh build of the same posts. */
async function readBoth({ folders, out }: { folders: string[]; out: string }) {
  const { faults } = await verifySite(out)
  const again = { files: await readNewestBuild(out), faults }
  const fresh = await buildTestSite({ folders, tools })
  return { again, fresh: { files: await readNewestBuild(fresh.out), faults: [] } }
}

const listBlocks = async (out: string) =>
  [...(await readNewestBuild(out)).keys()].filter((path) =>
    /^data\/search\/\w+\/\d+\.bin$/.test(path),
  )

test('after any changes the index is byte for byte that of a fresh build', async () => {
  const change = fc.record({
    day: fc.integer({ min: 1, max: 28 }),
    kind: fc.constantFrom('put' as const, 'delete' as const, 'move' as const),
    variant: fc.nat(3),
  })
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 24 }),
      fc.array(fc.array(change, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
      async (days, steps) => {
        const { home, site } = await buildDays(days)
        for (const changes of steps) {
          for (const { day, kind, variant } of changes) {
            if (kind === 'put') await put(home, day, variant)
            if (kind === 'delete' && day > 1) await rm(toPath(home, day), { force: true })
            if (kind === 'move') {
              await rename(toPath(home, day), toPath(home, 29)).catch(() => {})
            }
          }
          await buildTestSite(site)
          const { again, fresh } = await readBoth(site)
          expect(again).toEqual(fresh)
        }
      },
    ),
    { numRuns: 8 },
  )
})

test('one more post at the end leaves earlier segments untouched', async () => {
  const { home, site } = await buildDays(13)
  const before = await listBlocks(site.out)
  const times = await Promise.all(before.map((path) => stat(join(site.out, path))))
  await put(home, 14, 0)
  await buildTestSite(site)
  const kept = (await listBlocks(site.out)).filter((path) => before.includes(path))
  expect(kept.length).toBeGreaterThan(0)
  for (const path of kept) {
    const { mtimeMs } = await stat(join(site.out, path))
    expect(mtimeMs).toBe(times[before.indexOf(path)]?.mtimeMs)
  }
  const { again, fresh } = await readBoth(site)
  expect(again).toEqual(fresh)
})

test('the cache keeps only runs that the index is made from', async () => {
  const { home, site, cache } = await buildDays(14)
  const before = await readdir(cache)
  await put(home, 15, 0)
  await put(home, 2, 7)
  await buildTestSite(site)
  const after = await readdir(cache)
  expect(after.filter((name) => name.endsWith('.run'))).toHaveLength(5)
  expect(after.filter((name) => before.includes(name)).length).toBeGreaterThan(2)
  expect(after.filter((name) => name.endsWith('.new'))).toEqual([])
})

describe('does not trust the cache', () => {
  test.each([
    ['missing runs', '.run', (path: string) => rm(path)],
    ['truncated runs', '.run', cutOff],
    ['damaged runs', '.run', (path: string) => damage(path, 0.7)],
    ['files that are no runs', '.run', (path: string) => writeFile(path, 'BSIX')],
    ['a missing memo of segments', '.broadsheet', (path: string) => rm(path)],
    ['a truncated memo of segments', '.broadsheet', cutOff],
    ['a damaged memo of segments', '.broadsheet', (path: string) => damage(path, 0.5)],
  ])('%s', async (_, suffix, change) => {
    const { home, site, cache } = await buildDays(14)
    for (const name of await readdir(cache)) {
      if (name.endsWith(suffix)) await change(join(cache, name))
    }
    await put(home, 3, 5)
    await put(home, 14, 5)
    await buildTestSite(site)
    const { again, fresh } = await readBoth(site)
    expect(again).toEqual(fresh)
  })
})

test('many small runs, merged in passes, give the same index as one run', async () => {
  const posts = Object.fromEntries(
    Array.from({ length: 150 }, (_, at) => [
      `harbour/_posts/2020-03-09-${at}.md`,
      makePostText({ title: `Post ${at}`, from: null, body: `<p>天空 ${at % 7}</p>` }),
    ]),
  )
  const folders = [join(await makeFolder(posts), 'harbour')]
  const one = await buildTestSite({ folders })
  const segmentSizes = { rowsPerRun: 1, rowsOfOne: 200, rowsOfLast: 100 }
  const many = await buildTestSite({ folders, tools: { segmentSizes } })
  expect(await readNewestBuild(many.out)).toEqual(await readNewestBuild(one.out))
  const names = await readdir(join(`${many.out}.cache`, 'search'))
  expect(names.filter((name) => name.endsWith('.run'))).toHaveLength(150)
  expect(names.filter((name) => name.endsWith('.new'))).toEqual([])
})

test('a block that was deleted from the site is written again', async () => {
  const { site } = await buildDays(9)
  const [path = ''] = await listBlocks(site.out)
  const bytes = await readFile(join(site.out, path))
  await rm(join(site.out, path))
  await buildTestSite(site)
  expect(await readFile(join(site.out, path))).toEqual(bytes)
})

test.each([0, 1, 2])(
  'B17 a build that fails after %i files of the index leaves the published site intact',
  async (files) => {
    const { home, site } = await buildDays(14)
    const before = await readNewestBuild(site.out)
    for (let day = 1; day <= 14; day++) await put(home, day, 1)
    const disk = openDisk(site.out)
    let written = 0
    const full: Disk = {
      ...disk,
      write: (path, bytes) =>
        path.startsWith('data/search/') && written++ >= files
          ? Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC', syscall: 'write' }))
          : disk.write(path, bytes),
    }
    const failing = buildTestSite({ ...site, tools: { ...tools, disk: full } })
    await expect(failing).rejects.toThrow('Cannot write')
    expect((await verifySite(site.out)).faults).toEqual([])
    expect((await readFolder(site.out)).get('manifest.json')).toBe(before.get('manifest.json'))
    await buildTestSite(site)
    const { again, fresh } = await readBoth(site)
    expect(again).toEqual(fresh)
  },
)

test.each(['data/search/', 'data/timeline/'])(
  'a build that cannot write to %s has no writes in flight when it rejects',
  async (folder) => {
    const { home, site } = await buildDays(9)
    for (let day = 1; day <= 9; day++) await put(home, day, 1)
    const disk = openDisk(site.out)
    let atWork = 0
    const failing: Disk = {
      ...disk,
      write: async (path, bytes) => {
        if (path.startsWith(folder)) throw new Error('no more room')
        atWork++
        // Slower than the failing write.
        for (let turn = 0; turn < 100; turn++) await setImmediate()
        await disk.write(path, bytes)
        atWork--
      },
    }
    const build = buildTestSite({ ...site, tools: { ...tools, disk: failing } })
    await expect(build).rejects.toThrow('no more room')
    expect(atWork).toBe(0)
  },
)

test('a build that is aborted while it indexes has not touched the site', async () => {
  const { home, site, cache } = await buildDays(14)
  const before = await readFolder(site.out)
  for (let day = 1; day <= 14; day++) await put(home, day, 1)
  const stopping = new AbortController()
  const disk = openDisk(site.out)
  let written = 0
  const counting: Disk = {
    ...disk,
    write: (path, bytes) => {
      written++
      return disk.write(path, bytes)
    },
  }
  const progress = {
    start: (phase: string) => phase.startsWith('Indexing') && stopping.abort(),
    step: () => {},
    end: () => {},
  }
  const stopped = { ...tools, disk: counting, progress, signal: stopping.signal }
  await expect(buildTestSite({ ...site, tools: stopped })).rejects.toThrow('was stopped')
  expect(written).toBe(0)
  expect(await readFolder(site.out)).toEqual(before)
  await buildTestSite({ ...site, tools: { ...tools, signal: new AbortController().signal } })
  const { again, fresh } = await readBoth(site)
  expect(again).toEqual(fresh)
  expect((await readdir(cache)).filter((name) => name.endsWith('.new'))).toEqual([])
})

test('an index can be left out, and be built again', async () => {
  const { site, cache } = await buildDays(9)
  const before = await readNewestBuild(site.out)
  await buildTestSite({ ...site, search: false })
  const without = await readNewestBuild(site.out)
  expect([...without.keys()].filter((path) => path.startsWith('data/search/'))).toEqual([])
  expect(without.get('manifest.json')).not.toContain('"search"')
  await expect(readdir(cache)).rejects.toThrow('ENOENT')
  expect((await verifySite(site.out)).faults).toEqual([])
  await buildTestSite(site)
  expect(await readNewestBuild(site.out)).toEqual(before)
})

test('an index that is deferred is built from what the cache keeps', async () => {
  const { site, cache } = await buildDays(9)
  const before = await readNewestBuild(site.out)
  const kept = await readdir(cache)
  await buildTestSite({ ...site, search: 'later' })
  expect((await readNewestBuild(site.out)).get('manifest.json')).not.toContain('"search"')
  expect((await verifySite(site.out)).faults).toEqual([])
  expect(await readdir(cache)).toEqual(kept)
  await buildTestSite(site)
  expect(await readNewestBuild(site.out)).toEqual(before)
})

async function damage(path: string, part: number): Promise<void> {
  const bytes = await readFile(path)
  const at = Math.floor(bytes.length * part)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  await writeFile(path, bytes)
}

async function cutOff(path: string): Promise<void> {
  const bytes = await readFile(path)
  await writeFile(path, bytes.subarray(0, bytes.length / 2))
}
