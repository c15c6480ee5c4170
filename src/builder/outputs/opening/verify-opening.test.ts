import { createHash } from 'node:crypto'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { dataPath, manifestPath, toFileHash } from '#contract/file-names.ts'
import { parseManifest } from '#contract/manifest.ts'
import { parseOpening, type Opening } from '#contract/opening-file.ts'
import { toOpeningFile } from '#contract/opening-writer.ts'
import type { PostSummary, TimelineShard } from '#contract/timeline-shard.ts'
import { listSelection } from '#core/selection/selection.ts'
import { makePostText } from '#testing/make-post.ts'
import { buildTestSite } from '#builder/testing/build-test-site.ts'
import { verifySite } from '#builder/commands/check/verify-site.ts'

// Three shards, the newest one short, so the opening copies two and leaves one out.
const posts = Object.fromEntries(
  Array.from({ length: 40 }, (_, at) => [
    `harbour/_posts/2020-01-01-${at}.md`,
    makePostText({ title: `Tide ${at}`, from: `https://example.org/${at}` }),
  ]),
)

let site = { out: '', path: '' }

beforeEach(async () => {
  const { out } = await buildTestSite({ posts })
  const manifest = parseManifest(JSON.parse(await readFile(join(out, manifestPath), 'utf8')))
  site = { out, path: join(out, dataPath('opening', manifest.opening)) }
})

/** Replaces the opening with another one, named by its hash, as a faulty build would. */
async function change(toChanged: (opening: Opening) => Opening): Promise<void> {
  const opening = parseOpening(JSON.parse(await readFile(site.path, 'utf8')))
  const bytes = Buffer.from(JSON.stringify(toOpeningFile(toChanged(opening))))
  const hash = toFileHash(createHash('sha256').update(bytes).digest())
  await rename(site.path, join(site.out, dataPath('opening', hash)))
  await writeFile(join(site.out, dataPath('opening', hash)), bytes)
  const path = join(site.out, manifestPath)
  const manifest = parseManifest(JSON.parse(await readFile(path, 'utf8')))
  await writeFile(path, JSON.stringify({ ...manifest, opening: hash }))
}

async function listFaults(): Promise<string[]> {
  const { faults } = await verifySite(site.out)
  // The record of the build still names the opening and the manifest that it wrote.
  return faults.filter((fault) => !/ENOENT|is not the copy of/.test(fault))
}

test('finds no fault in an opening as built, which copies two of three shards', async () => {
  const { newest } = parseOpening(JSON.parse(await readFile(site.path, 'utf8')))
  expect(newest.map(({ firstOrdinal }) => firstOrdinal)).toEqual([16, 32])
  expect(await verifySite(site.out)).toMatchObject({ faults: [] })
})

test.each<[string, (newest: TimelineShard[]) => TimelineShard[], string]>([
  [
    'a copied row differs',
    (newest) => newest.map((shard) => ({ ...shard, rows: shard.rows.map(toOther) })),
    'opening: its rows from 16 on differ from the timeline',
  ],
  [
    'a copied row is missing',
    (newest) => newest.map((shard, at) => ({ ...shard, rows: shard.rows.slice(at === 0 ? 1 : 0) })),
    'opening: its rows from 16 on differ from the timeline',
  ],
  [
    'a copy names other packs',
    (newest) => newest.map((shard) => ({ ...shard, packs: shard.packs.slice(1) })),
    'opening: its rows from 16 on differ from the timeline',
  ],
  [
    'a copy begins where no shard begins',
    ([first, ...rest]) => (first === undefined ? [] : [{ ...first, firstOrdinal: 15 }, ...rest]),
    'opening: its rows from 15 on differ from the timeline',
  ],
  ['the newest copy is missing', (newest) => newest.slice(0, 1), 'rows after its newest ones'],
])('reports an opening in which %s', async (_, toChanged, fault) => {
  await change((opening) => ({ ...opening, newest: toChanged(opening.newest) }))
  expect(await listFaults()).toContainEqual(expect.stringContaining(fault))
})

test.each<[string, (opening: Opening) => Opening, string]>([
  [
    'counts fewer rows',
    (opening) => ({
      ...opening,
      calendar: { ...opening.calendar, days: opening.calendar.days.slice(0, -1) },
    }),
    'calendar: rows',
  ],
  [
    'hides a post',
    (opening) => ({ ...opening, superseded: listSelection(Uint32Array.of(7)) }),
    'manifest: older versions',
  ],
])('reports an opening that %s', async (_, toChanged, fault) => {
  await change(toChanged)
  expect(await listFaults()).toContainEqual(expect.stringContaining(fault))
})

test('reports an opening with a changed byte, and still checks the rest', async () => {
  const bytes = await readFile(site.path)
  bytes[9] = (bytes[9] ?? 0) ^ 4
  await writeFile(site.path, bytes)
  expect((await verifySite(site.out)).faults).toEqual([
    expect.stringMatching(/opening.*its bytes do not match its name/),
  ])
})

function toOther(row: PostSummary): PostSummary {
  return { ...row, title: 'Another' }
}
