import { createHash } from 'node:crypto'
import { copyFile, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { dataPath, manifestPath, toFileHash } from '#contract/file-names.ts'
import { makePostText } from '#testing/make-post.ts'
import { buildTestSite } from '#builder/testing/build-test-site.ts'
import { markerPath, parseGenerations, toMarkerText } from '../write/generations.ts'
import { BuiltSite } from './built-site.ts'
import { verifyManifest } from './verify-manifest.ts'

let out = ''
let copy = ''

beforeEach(async () => {
  const posts = { 'harbour/_posts/2020-01-01-a.md': makePostText({ title: 'One' }) }
  ;({ out } = await buildTestSite({ posts }))
  const digest = createHash('sha256')
    .update(await readFile(join(out, manifestPath)))
    .digest()
  copy = dataPath('manifests', toFileHash(digest))
})

async function listFaults(): Promise<string[]> {
  const site = await BuiltSite.open(out)
  return [...(await verifyManifest(site)), ...site.damage]
}

test('a build has its manifest twice, byte for byte, once under its hash', async () => {
  expect(await readFile(join(out, copy))).toEqual(await readFile(join(out, manifestPath)))
  expect(await listFaults()).toEqual([])
})

test.each<[string, () => Promise<void>, string]>([
  [
    'one that says something else',
    async () => {
      const path = join(out, manifestPath)
      const manifest: object = JSON.parse(await readFile(path, 'utf8'))
      await writeFile(path, JSON.stringify({ ...manifest, title: 'Other' }))
    },
    'manifest.json: is not the copy of one in data/manifests',
  ],
  ['none under its hash', () => rm(join(out, copy)), 'ENOENT'],
  [
    'other bytes under its hash',
    () => copyFile(join(out, markerPath), join(out, copy)),
    'its bytes do not match its name',
  ],
])('reports %s', async (_, change, fault) => {
  await change()
  expect(await listFaults()).toEqual([expect.stringContaining(fault)])
})

test('a build that was killed before it recorded its manifest is whole', async () => {
  const path = join(out, markerPath)
  const { generations = [] } = parseGenerations(await readFile(path, 'utf8')) ?? {}
  for (const build of generations) build.files = build.files.filter((file) => file !== copy)
  await writeFile(path, toMarkerText({ generations }))
  expect(await listFaults()).toEqual([])
  await rm(join(out, copy))
  expect(await listFaults()).toEqual(['manifest.json: is not the copy of one in data/manifests'])
})

test('the manifest of the build before stays under its hash', async () => {
  const posts = { 'harbour/_posts/2020-01-02-b.md': makePostText({ title: 'Two' }) }
  await buildTestSite({ posts, out })
  expect(await listFaults()).toEqual([])
  expect(JSON.parse(await readFile(join(out, copy), 'utf8'))).toMatchObject({
    counts: { posts: 1 },
  })
  expect(await readFile(join(out, copy))).not.toEqual(await readFile(join(out, manifestPath)))
})
