import { appendFile, mkdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeFolder, readFolder } from '#testing/make-archive.ts'
import { makePostText } from '#testing/make-post.ts'
import { untilAtRest } from '#builder/testing/until-at-rest.ts'
import { buildTestSite } from '#builder/testing/build-test-site.ts'
import { verifySite } from '../check/verify-site.ts'
import { openDisk, type Disk } from '#builder/ground/disk/disk.ts'
import { markerPath, parseGenerations } from '#builder/site/write/generations.ts'

/** Files of the newest build in a folder, without those it keeps of the previous build. */
async function readNewest(out: string): Promise<Map<string, string>> {
  const all = await readFolder(out)
  const newest = parseGenerations(all.get(markerPath) ?? '')?.generations[0]?.files ?? []
  return new Map(newest.map((path) => [path, all.get(path) ?? 'missing']))
}

const toText = (variant: number, day: number) =>
  makePostText({
    title: `Post ${variant}`,
    date: `2020-03-0${day}T10:15:00.000Z`,
    from: variant % 3 === 0 ? 'https://example.org/shared' : null,
    tags: [`tag ${variant % 2}`],
    body:
      variant === 4
        ? ''
        : `<p>Text ${variant} <a href="a.md#x">a</a> <a href="https://example.org/shared">b</a></p>`,
  })

const names = ['a', 'b', 'c', 'd'] as const
const folders = ['_posts', 'archived'] as const

const change = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('put' as const), variant: fc.nat(5) }) },
  fc.record({ kind: fc.constant('break' as const) }),
  fc.record({ kind: fc.constant('delete' as const) }),
  fc.record({ kind: fc.constant('move' as const) }),
  fc.record({ kind: fc.constant('touch' as const) }),
)
const step = fc.record({
  name: fc.constantFrom(...names),
  folder: fc.constantFrom(...folders),
  change,
  /** Whether to wait until file stamps can be trusted. */
  settles: fc.boolean(),
})
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

async function apply(home: string, { name, folder, change, settles }: Step): Promise<void> {
  const day = names.indexOf(name) + 1
  const toPath = (place: string) => join(home, place, `2020-03-0${day}-${name}.md`)
  const path = toPath(folder)
  await mkdir(dirname(path), { recursive: true })
  if (change.kind === 'put') await writeFile(path, toText(change.variant, day))
  if (change.kind === 'break') await writeFile(path, 'no front matter')
  if (change.kind === 'delete') await rm(path, { force: true })
  const other = toPath(folder === '_posts' ? 'archived' : '_posts')
  await mkdir(dirname(other), { recursive: true })
  if (change.kind === 'move') await rename(path, other).catch(() => {})
  if (change.kind === 'touch') await utimes(path, 1, day).catch(() => {})
  if (settles) await untilAtRest(home)
}

test('B17 after any changes the site equals a fresh build byte for byte', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 5 }), async (steps) => {
      const home = join(
        await makeFolder({ 'harbour/_posts/2020-03-09-z.md': toText(9, 9) }),
        'harbour',
      )
      const out = join(await makeFolder(), 'site')
      await buildTestSite({ folders: [home], out, sources: 'keep' })
      for (const one of steps) {
        await apply(home, one)
        const again = await buildTestSite({ folders: [home], out, sources: 'keep' })
        const fresh = await buildTestSite({ folders: [home], sources: 'keep' })
        expect(again.report).toEqual(fresh.report)
        expect(await readNewest(out)).toEqual(await readNewest(fresh.out))
      }
    }),
    { numRuns: 12 },
  )
})

const manyPosts = 200

/** File name of a post of the larger archive; its day may fall anywhere in the order. */
const toManyName = (number: number) =>
  `2021-0${(number % 9) + 1}-${String(((number * 7) % 28) + 1).padStart(2, '0')}-post-${number}.md`

function toManyText(number: number, variant: number): string {
  const day = toManyName(number).slice(0, 10)
  return makePostText({
    title: `Post ${number}, ${variant}`,
    date: `${day}T10:15:00.000Z`,
    from: variant === 3 ? 'https://example.org/shared' : `https://example.org/${number}`,
    tags: [`tag ${(number + variant) % 5}`],
    body: `<p>${'Text '.repeat(variant * 200)}</p>`,
  })
}

const manyChange = fc.record({
  kind: fc.constantFrom('add', 'edit', 'edit', 'delete', 'move'),
  number: fc.nat(manyPosts - 1),
  variant: fc.nat(4),
})

async function applyToMany(
  home: string,
  { kind, number, variant }: typeof manyChange extends fc.Arbitrary<infer Value> ? Value : never,
): Promise<void> {
  const place = kind === 'add' ? number + manyPosts : number
  const path = join(home, '_posts', toManyName(place))
  if (kind === 'add' || kind === 'edit') await writeFile(path, toManyText(place, variant))
  if (kind === 'delete') await rm(path, { force: true })
  const archived = join(home, 'archived', toManyName(place))
  if (kind === 'move') await rename(path, archived).catch(() => {})
}

test('B17 the same holds for an archive of several stretches', async () => {
  const files = Array.from({ length: manyPosts }, (_, number) => [
    `harbour/_posts/${toManyName(number)}`,
    toManyText(number, 0),
  ])
  const changes = fc.array(manyChange, { minLength: 1, maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(fc.array(changes, { minLength: 1, maxLength: 2 }), async (steps) => {
      const home = join(await makeFolder(Object.fromEntries(files)), 'harbour')
      await mkdir(join(home, 'archived'))
      const options = { folders: [home], pages: { latest: 40 }, sources: 'keep' as const }
      const site = { ...options, out: join(await makeFolder(), 'site') }
      await untilAtRest(home)
      await buildTestSite(site)
      for (const step of steps) {
        for (const one of step) await applyToMany(home, one)
        await untilAtRest(home)
        await buildTestSite(site)
        const fresh = await buildTestSite(options)
        expect(await readNewest(site.out)).toEqual(await readNewest(fresh.out))
      }
    }),
    { numRuns: 6 },
  )
})

/** Builds a site and waits until the stamps of its posts can be trusted. */
async function buildSettled() {
  const files = Object.fromEntries(
    names.map((name, at) => [`harbour/_posts/2020-03-0${at + 1}-${name}.md`, toText(at, at + 1)]),
  )
  const home = join(await makeFolder(files), 'harbour')
  await untilAtRest(home)
  const site = { folders: [home], out: join(await makeFolder(), 'site') }
  await buildTestSite(site)
  return { site, home, cache: `${site.out}.cache` }
}

/** Rebuilds and counts the posts read: none when the site was found unchanged. */
async function countSteps(site: { folders: string[]; out: string }): Promise<number> {
  let steps = 0
  const progress = { start: () => {}, step: () => void steps++, end: () => {} }
  await buildTestSite({ ...site, tools: { progress } })
  return steps
}

describe('building again', () => {
  test('reads no post and writes no file when nothing changed', async () => {
    const { site } = await buildSettled()
    const before = await stat(join(site.out, 'manifest.json'))
    expect(await countSteps(site)).toBe(0)
    expect((await stat(join(site.out, 'manifest.json'))).mtimeMs).toBe(before.mtimeMs)
  })

  test.each([
    ['posts.broadsheet', 'is gone', (path: string) => rm(path)],
    ['posts.broadsheet', 'is truncated', (path: string) => cutOff(path)],
    ['posts.broadsheet', 'is damaged', (path: string) => damage(path, 0.8)],
    ['posts.broadsheet', 'has trailing bytes', (path: string) => appendFile(path, 'x\n')],
    ['posts.broadsheet', 'is of another version', (path: string) => writeFile(path, '{}\n')],
    ['records.broadsheet', 'is gone', (path: string) => rm(path)],
    ['records.broadsheet', 'is truncated', (path: string) => cutOff(path)],
    ['records.broadsheet', 'is damaged', (path: string) => damage(path, 0.2)],
    ['records.broadsheet', 'has trailing bytes', (path: string) => appendFile(path, 'x')],
    ['site.broadsheet', 'is gone', (path: string) => rm(path)],
    ['site.broadsheet', 'is truncated', (path: string) => cutOff(path)],
    ['site.broadsheet', 'is damaged', (path: string) => damage(path, 0.5)],
  ])('ignores a cache whose %s %s', async (name, _, change) => {
    const { home, cache, site } = await buildSettled()
    await change(join(cache, name))
    // Another title, so that every page is rendered again from the cache.
    const again = { ...site, title: 'Another' }
    await buildTestSite(again)
    const fresh = await buildTestSite({ folders: [home], title: 'Another' })
    expect(await readNewest(site.out)).toEqual(await readNewest(fresh.out))
    expect((await verifySite(site.out)).faults).toEqual([])
    expect(await countSteps(again)).toBe(0)
  })

  test.each([
    ['a page', 'posts/'],
    ['a shard', 'data/timeline/'],
    ['a pack', 'data/bodies/'],
    ['a file of the reader', 'assets/'],
    ['the manifest', 'manifest.json'],
  ])('restores %s that was removed from the site', async (_, prefix) => {
    const {
      site: { out, folders },
    } = await buildSettled()
    const path = [...(await readFolder(out)).keys()].find((name) => name.startsWith(prefix)) ?? ''
    const before = await readFile(join(out, path))
    await rm(join(out, path))
    await buildTestSite({ folders, out })
    expect(await readFile(join(out, path))).toEqual(before)
  })

  test('rewrites a page that a failed build changed', async () => {
    const { home, site } = await buildSettled()
    const path = join(home, '_posts/2020-03-02-b.md')
    const before = await readNewest(site.out)
    const text = await readFile(path, 'utf8')
    await writeFile(path, text.replaceAll('Text 1', 'Text 8'))
    const disk = openDisk(site.out)
    const full: Disk = {
      ...disk,
      write: (name, bytes) =>
        name === 'manifest.json' ? Promise.reject(makeDiskError()) : disk.write(name, bytes),
    }
    const failing = buildTestSite({ ...site, tools: { disk: full } })
    await expect(failing).rejects.toThrow('Cannot write')
    await writeFile(path, text)
    await buildTestSite(site)
    expect(await readNewest(site.out)).toEqual(before)
  })
})

function makeDiskError(): Error {
  return Object.assign(new Error('full'), { code: 'ENOSPC', syscall: 'write' })
}

async function cutOff(path: string): Promise<void> {
  const bytes = await readFile(path)
  await writeFile(path, bytes.subarray(0, bytes.length / 2))
}

async function damage(path: string, part: number): Promise<void> {
  const bytes = await readFile(path)
  const at = Math.floor(bytes.length * part)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  await writeFile(path, bytes)
}
