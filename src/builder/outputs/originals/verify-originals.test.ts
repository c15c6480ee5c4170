import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { parseBodyPack } from '#contract/body-pack.ts'
import {
  dataPath,
  manifestPath,
  toFileHash,
  type DataKind,
  type FileHash,
} from '#contract/file-names.ts'
import { parseManifest, type Manifest } from '#contract/manifest.ts'
import { parseOriginals, postsPerOriginalsFile, type Originals } from '#contract/originals-file.ts'
import { parseTimelineShard } from '#contract/timeline-shard.ts'
import { verifySite } from '#builder/commands/check/verify-site.ts'
import { buildTestSite } from '#builder/testing/build-test-site.ts'
import { makePostText } from '#testing/make-post.ts'

const long = 'Low water at the mole, and what was found there, '.repeat(10)
const posts = {
  'harbour/_posts/2020-01-01-plain.md': makePostText({
    title: 'Tide',
    from: 'https://example.org/1',
  }),
  'harbour/_posts/2020-01-02-long.md': makePostText({
    title: long,
    from: 'https://example.org/2?a=b',
  }),
  'harbour/_posts/2020-01-03-own.md':
    '---\ntitle: Without an original\ndate: 2020-01-03\n---\nText.\n',
  'harbour/_posts/2020-01-04-again.md': makePostText({
    title: 'Tide',
    from: 'https://example.org/1',
  }),
}

let out = ''
let built: Manifest

async function readData<T>(
  kind: DataKind,
  hash: FileHash,
  parse: (value: unknown) => T,
): Promise<T> {
  return parse(JSON.parse(await readFile(join(out, dataPath(kind, hash)), 'utf8')))
}

beforeEach(async () => {
  ;({ out } = await buildTestSite({ posts }))
  built = parseManifest(JSON.parse(await readFile(join(out, manifestPath), 'utf8')))
})

test('say of every post what its body says', async () => {
  const [hash] = built.originals ?? []
  if (hash === undefined) throw new Error('the site has no originals')
  const { firstOrdinal, urls, titles } = await readData('originals', hash, parseOriginals)
  const bodies = []
  for (const shardHash of built.timeline.tail) {
    const { packs } = await readData('timeline', shardHash, parseTimelineShard)
    for (const { pack } of packs)
      bodies.push(...(await readData('bodies', pack, parseBodyPack)).bodies)
  }
  expect(firstOrdinal).toBe(0)
  expect(urls).toEqual(bodies.map(({ sourceUrl }) => sourceUrl ?? null))
  expect(urls).toContain(null)
  const whole = bodies.flatMap(({ title }, at) => (title === undefined ? [] : [[at, title]]))
  expect(titles).toEqual(whole)
  expect(whole).toHaveLength(1)
})

test('has no fault as built', async () => {
  expect(await verifySite(out)).toMatchObject({ faults: [] })
})

const damages: [string, (file: Originals) => Originals, string][] = [
  [
    'a post is missing',
    (file) => ({ ...file, urls: file.urls.slice(0, -1), titles: [] }),
    'posts: found',
  ],
  [
    'it begins elsewhere',
    (file) => ({ ...file, firstOrdinal: postsPerOriginalsFile }),
    `first ordinal: found ${postsPerOriginalsFile}`,
  ],
  // The parser refuses it before anything else is asked.
  ['a title is of no post', (file) => ({ ...file, titles: [[9, 'x']] }), 'originals: expected'],
]

test.each(damages)('reports a file in which %s', async (_, change, fault) => {
  const path = join(out, manifestPath)
  const before = await readFile(path)
  const [hash] = built.originals ?? []
  if (hash === undefined) throw new Error('the site has no originals')
  const bytes = Buffer.from(
    JSON.stringify(change(await readData('originals', hash, parseOriginals))),
  )
  const other = toFileHash(createHash('sha256').update(bytes).digest())
  await writeFile(join(out, dataPath('originals', other)), bytes)
  await writeFile(path, JSON.stringify({ ...built, originals: [other] }))
  const { faults } = await verifySite(out)
  await writeFile(path, before)
  expect(faults).toContainEqual(expect.stringContaining(fault))
})

test('reports that files are missing', async () => {
  const path = join(out, manifestPath)
  const before = await readFile(path)
  await writeFile(path, JSON.stringify({ ...built, originals: [] }))
  const { faults } = await verifySite(out)
  await writeFile(path, before)
  expect(faults).toContain('originals: files: found 0, expected 1')
})
