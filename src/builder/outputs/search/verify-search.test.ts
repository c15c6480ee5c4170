import { copyFile, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { parseManifest } from '#contract/manifest.ts'
import { dataPath, searchBlockPath, toFileHash } from '#contract/file-names.ts'
import { parseRoot, toRootBytes } from '#search/segment/search-root.ts'
import { makePostText } from '#testing/make-post.ts'
import { buildTestSite } from '#builder/testing/build-test-site.ts'
import { forgeBlock } from '#builder/testing/forge-block.ts'
import { resealSite } from '#builder/testing/reseal-site.ts'
import { sha256 } from '#builder/ground/sha256.ts'
import { BuiltSite } from '#builder/site/verify/built-site.ts'
import { verifySite } from '#builder/commands/check/verify-site.ts'
import { verifySearch } from './verify-search.ts'

// Enough words for more than one block.
const words = Array.from({ length: 6_000 }, (_, at) => `w${(at * 7_919).toString(36)}`).join(' ')
const posts = {
  'harbour/_posts/2020-01-01-a.md': makePostText({ title: 'One', from: null, body: words }),
}

let site = { out: '', root: '', first: '', second: '' }

beforeEach(async () => {
  const { out } = await buildTestSite({ posts })
  const manifest = parseManifest(JSON.parse(await readFile(join(out, 'manifest.json'), 'utf8')))
  if (manifest.search === undefined) throw new Error('the site has no index')
  const root = dataPath('search', manifest.search.root)
  const [segment] = parseRoot(await readFile(join(out, root))).segments
  if (segment === undefined) throw new Error('the index has no segment')
  const [first, second] = [searchBlockPath(segment.id, 0), searchBlockPath(segment.id, 1)]
  site = { out, root, first, second }
})

test('finds no fault in an index as built', async () => {
  const { faults, files } = await verifySite(site.out)
  expect(faults).toEqual([])
  expect(files).toBeGreaterThan(5)
})

const change = {
  'is gone': (path: string) => rm(path),
  'is cut off': (path: string) => truncate(path, 100),
  'is empty': (path: string) => truncate(path),
  'has another byte': async (path: string) => {
    const bytes = await readFile(path)
    const at = Math.floor(bytes.length / 2)
    bytes[at] = (bytes[at] ?? 0) ^ 4
    await writeFile(path, bytes)
  },
} as const

test.each([
  ['root', 'is gone'],
  ['root', 'is cut off'],
  ['root', 'has another byte'],
  ['first', 'is gone'],
  ['first', 'is cut off'],
  ['first', 'is empty'],
  ['second', 'has another byte'],
] as const)('reports the %s block when it %s', async (file, what) => {
  await change[what](join(site.out, site[file]))
  const { faults } = await verifySite(site.out)
  expect(faults).toHaveLength(1)
  expect(faults[0]).toContain(site[file])
})

test('A4 reports a block that was forged with a right checksum', async () => {
  const path = join(site.out, site.first)
  await writeFile(path, forgeBlock(await readFile(path)))
  await resealSite(site.out)
  const { faults } = await verifySite(site.out)
  expect(faults).toEqual([`${site.first}: is not proven to be a block of its segment`])
})

test('A4 reports a block with another byte in its proof', async () => {
  const path = join(site.out, site.first)
  const bytes = await readFile(path)
  const at = bytes.length - 1
  bytes[at] = (bytes[at] ?? 0) ^ 1
  await writeFile(path, bytes)
  await resealSite(site.out)
  const { faults } = await verifySite(site.out)
  expect(faults).toEqual([`${site.first}: is not proven to be a block of its segment`])
})

test('stops at the first missing block of a root that claims any number of them', async () => {
  const read = await readFile(join(site.out, site.root))
  const { segments } = parseRoot(read)
  for (const segment of segments) segment.blocks = 2 ** 31
  const forged = toRootBytes(segments)
  const root = toFileHash(sha256(forged))
  await writeFile(join(site.out, dataPath('search', root)), forged)
  const built = await BuiltSite.open(site.out)
  const manifest = await built.readManifest()
  await verifySearch({ ...manifest, search: { root } }, built)
  const last = (await readdir(dirname(join(site.out, site.first)))).length
  const path = site.first.replace('/0.bin', `/${last}.bin`)
  expect(built.damage).toEqual([
    `${path}: missing, and ${2 ** 31 - 1 - last} blocks after it not verified`,
  ])
  expect(built.checkedFiles).toBe(last + 2)
})

test('verifies a segment once, and refuses a root that tells of it in two ways', async () => {
  const [segment] = parseRoot(await readFile(join(site.out, site.root))).segments
  if (segment === undefined) throw new Error('the index has no segment')
  const listFaults = async (segments: (typeof segment)[]) => {
    const bytes = toRootBytes(segments)
    const root = toFileHash(sha256(bytes))
    await writeFile(join(site.out, dataPath('search', root)), bytes)
    const built = await BuiltSite.open(site.out)
    const { timeline, ...manifest } = await built.readManifest()
    const rows = segments.length * segment.rows
    return verifySearch({ ...manifest, timeline: { ...timeline, rows }, search: { root } }, built)
  }
  expect(await listFaults([segment, segment])).toEqual([])
  expect(
    await listFaults([segment, { ...segment, blocks: 1, numbers: [0], separators: [''] }]),
  ).toEqual([`search index: tells of the segment ${segment.id} in two ways`])
})

test('reports a block in the place of another', async () => {
  await copyFile(join(site.out, site.first), join(site.out, site.second))
  const { faults } = await verifySite(site.out)
  expect(faults).toEqual([expect.stringContaining(site.second)])
})

test('reports a segment with a block of another build', async () => {
  const other = await buildTestSite({
    posts: {
      'harbour/_posts/2020-01-01-a.md': makePostText({
        title: 'Two',
        from: null,
        body: `${words} ${words}`,
      }),
    },
  })
  const manifest = parseManifest(
    JSON.parse(await readFile(join(other.out, 'manifest.json'), 'utf8')),
  )
  const root = manifest.search && dataPath('search', manifest.search.root)
  const [segment] = parseRoot(await readFile(join(other.out, root ?? ''))).segments
  const block = segment && searchBlockPath(segment.id, 0)
  await copyFile(join(other.out, block ?? ''), join(site.out, site.first))
  await resealSite(site.out)
  const { faults } = await verifySite(site.out)
  expect(faults).toEqual([`${site.first}: is not proven to be a block of its segment`])
})
