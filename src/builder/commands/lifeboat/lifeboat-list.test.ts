import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseBodyPack } from '#contract/body-pack.ts'
import { parseElsewhere } from '#contract/elsewhere-file.ts'
import { dataPath } from '#contract/file-names.ts'
import { parseManifest, type Manifest } from '#contract/manifest.ts'
import { parseTimelineShard } from '#contract/timeline-shard.ts'
import { makeFolder } from '#testing/make-archive.ts'
import { makePostText } from '#testing/make-post.ts'
import { SiteFiles } from '../built-site/site-files.ts'
import { clocksOutput } from '#builder/outputs/clocks/clocks-output.ts'
import { facetsOutput } from '#builder/outputs/facets/facets-output.ts'
import { openingOutput } from '#builder/outputs/opening/opening-output.ts'
import { reportOutput } from '#builder/outputs/report/report-output.ts'
import { statisticsOutput } from '#builder/outputs/statistics/statistics-output.ts'
import { timelineOutput } from '#builder/outputs/timeline/timeline-output.ts'
import { BuiltSite } from '#builder/site/verify/built-site.ts'
import { buildTestSite } from '#builder/testing/build-test-site.ts'
import { runMain } from '#builder/testing/run-main.ts'
import { unpackLifeboat, writeUnpacked } from '#builder/testing/unpack-lifeboat.ts'

/** Outputs of a site that a copy has as well. */
const kept = [
  timelineOutput,
  facetsOutput,
  openingOutput,
  clocksOutput,
  statisticsOutput,
  reportOutput,
]

const authors = ['Lu', 'Oke', 'Meier']
const words = ['quay', 'rope', 'gull', 'tide', 'anchor', 'buoy', 'keel']

/** Post of a number; every seventh is about lamps. */
function makeLampPost(at: number): [string, string] {
  const day = new Date(Date.UTC(2020, 0, 1 + at * 3)).toISOString().slice(0, 10)
  const own = Array.from({ length: 60 }, (_, word) => `${words[(at * 5 + word * 3) % 7]}${at}`)
  const text = makePostText({
    title: `Post ${at}`,
    date: at % 11 === 5 ? day : `${day}T22:30:00.000Z`,
    author: authors[at % 3] ?? '',
    tags: at % 4 === 0 ? ['harbour', 'night'] : ['harbour'],
    from: `https://example.org/${at}`,
    body: `<p>${at % 7 === 0 ? 'The lamp. ' : ''}${own.join(' ')}.</p>`,
  })
  return [`harbour/_posts/${day}-p${at}.md`, text]
}

const all = Array.from({ length: 230 }, (_, at) => makeLampPost(at))
const isLamp = ([, text]: readonly [string, string]) => text.includes('The lamp.')

const build = async (posts = all) => (await buildTestSite({ posts: Object.fromEntries(posts) })).out

async function write(site: string, argv: string[]) {
  const path = join(await makeFolder({}), 'boat.html')
  const { code, err } = await runMain(['lifeboat', site, ...argv, '--out', path])
  return { code, err, html: existsSync(path) ? await readFile(path, 'utf8') : undefined }
}

/** The list of a large archive, made once. */
let lamps: Promise<{ html: string; site: Manifest }> | undefined

async function makeLamps() {
  const site = await build()
  const { html, code, err } = await write(site, ['--query', 'lamp'])
  expect([code, err]).toEqual([0, expect.stringMatching(/^33 posts written to /)])
  return { html: html ?? '', site: (await SiteFiles.open(site)).manifest }
}

const writeLamps = () => (lamps ??= makeLamps())

const readManifest = (files: ReadonlyMap<string, Buffer>) =>
  parseManifest(JSON.parse(files.get('manifest.json')?.toString() ?? ''))

describe('a list as a lifeboat', () => {
  test('is an archive that agrees with itself', async () => {
    const folder = await makeFolder({})
    await writeUnpacked((await writeLamps()).html, folder)
    const site = await BuiltSite.open(folder)
    const manifest = await site.readManifest()
    expect(manifest.counts).toMatchObject({ files: 33, posts: 33, versions: 0 })
    const { search: _, ...withoutSearch } = manifest
    const faults: string[] = []
    for (const output of kept) faults.push(...(await output.verify(withoutSearch, site)))
    expect([...faults, ...site.damage]).toEqual([])
    const unread = site.listUnchecked().filter((path) => !path.startsWith('data/elsewhere/'))
    expect(unread).toEqual([])
  })

  test('has the filters, days, clocks and numbers of an archive of these posts alone', async () => {
    const copied = unpackLifeboat((await writeLamps()).html)
    const alone = await buildTestSite({ posts: Object.fromEntries(all.filter(isLamp)) })
    const { manifest } = await SiteFiles.open(alone.out)
    const copy = readManifest(copied)
    expect(copy.facets).toEqual(manifest.facets)
    expect(copy.clocks).toEqual(manifest.clocks)
    expect(copy.statistics).toBe(manifest.statistics)
    expect(copy.counts).toEqual(manifest.counts)
    expect(copy.span).toEqual(manifest.span)
    expect(copy.languages).toEqual(manifest.languages)
    for (const { dictionary } of copy.facets) {
      expect(copied.has(dataPath('facets', dictionary))).toBe(true)
    }
  })

  test('says which list of which build it is', async () => {
    const { html, site } = await writeLamps()
    expect(readManifest(unpackLifeboat(html)).copy).toMatchObject({
      of: site.buildId,
      posts: 230,
      list: 'q=lamp',
    })
  })

  test('has the rows and articles of the site, byte for byte where they say the same', async () => {
    const copied = unpackLifeboat((await writeLamps()).html)
    const rows = [...copied]
      .filter(([path]) => path.startsWith('data/timeline/'))
      .map(([, bytes]) => parseTimelineShard(JSON.parse(bytes.toString())))
      .toSorted((a, b) => a.firstOrdinal - b.firstOrdinal)
      .flatMap((shard) => shard.rows)
    expect(rows.map(({ title }) => title)).toEqual(
      all.filter(isLamp).map((_, at) => `Post ${at * 7}`),
    )
    const bodies = [...copied]
      .filter(([path]) => path.startsWith('data/bodies/'))
      .map(([, bytes]) => parseBodyPack(JSON.parse(bytes.toString())))
      .toSorted((a, b) => a.firstOrdinal - b.firstOrdinal)
      .flatMap((pack) => pack.bodies)
    expect(bodies.map(({ id }) => id)).toEqual(rows.map(({ id }) => id))
    expect(bodies.every(({ parts }) => parts.join('').includes('The lamp.'))).toBe(true)
  })

  test('knows the originals of related posts that it does not have, and of no others', async () => {
    const copied = unpackLifeboat((await writeLamps()).html)
    const { copy } = readManifest(copied)
    const bodies = [...copied]
      .filter(([path]) => path.startsWith('data/bodies/'))
      .flatMap(([, bytes]) => parseBodyPack(JSON.parse(bytes.toString())).bodies)
    const own = new Set(bodies.map(({ id }) => id))
    const named = new Set(
      bodies
        .flatMap(({ related = [] }) => related.map(({ id }) => id))
        .filter((id) => !own.has(id)),
    )
    const elsewhere = copy?.elsewhere && copied.get(dataPath('elsewhere', copy.elsewhere))
    const { originals } = elsewhere
      ? parseElsewhere(JSON.parse(elsewhere.toString()))
      : { originals: [] }
    expect(originals.map(([id]) => id)).toEqual([...named].toSorted())
    for (const [, url] of originals) expect(url).toMatch(/^https:\/\/example\.org\/\d+$/)
  })

  test('has the same bytes each time', async () => {
    expect((await makeLamps()).html).toBe((await writeLamps()).html)
  })

  test('is whole for `check`, which counts its posts as this does', async () => {
    const path = join(await makeFolder({ 'x/boat.html': (await writeLamps()).html }), 'x/boat.html')
    const { out, code } = await runMain(['check', path])
    expect(out).toMatch(/is whole: 33 posts, \d+ files verified/)
    expect(code).toBe(0)
  })
})

test.each([
  ['a query that nothing matches', ['--query', 'zeppelin'], 1, 'No post matches'],
  ['a query without a term', ['--query', '!!!'], 1, 'no letters, digits or emoji'],
  ['another word for pictures', ['--pictures', 'some'], 2, 'none or keep'],
] as const)('%s writes nothing and says why', async (_, argv, exit, sentence) => {
  const { code, err, html } = await write(await build(all.slice(0, 3)), [...argv])
  expect(err).toContain(sentence)
  expect(code).toBe(exit)
  expect(html).toBeUndefined()
})

test('an empty query is the list of all posts', async () => {
  const { err } = await write(await build(all.slice(0, 20)), ['--query', ''])
  expect(err).toContain('20 posts written')
})
