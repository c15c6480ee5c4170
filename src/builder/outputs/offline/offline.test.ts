import { createHash } from 'node:crypto'
import { readFile, stat, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { dataPath, manifestPath, toFileHash } from '#contract/file-names.ts'
import { parseManifest, type Manifest } from '#contract/manifest.ts'
import { parseOffline, serviceWorkerPath } from '#contract/offline-file.ts'
import { verifySite } from '#builder/commands/check/verify-site.ts'
import { buildTestSite } from '#builder/testing/build-test-site.ts'
import { makePostText } from '#testing/make-post.ts'

let out = ''
let built: Manifest

beforeEach(async () => {
  ;({ out } = await buildTestSite({
    posts: { 'harbour/_posts/2020-01-01-tide.md': makePostText({ title: 'Tide' }) },
  }))
  built = parseManifest(JSON.parse(await readFile(join(out, manifestPath), 'utf8')))
})

async function readOffline() {
  const { offline } = built
  if (offline === undefined) throw new Error('the site has no list for devices')
  return parseOffline(JSON.parse(await readFile(join(out, dataPath('offline', offline)), 'utf8')))
}

test('lists the code and what lists share, each with its size, and no articles', async () => {
  const { files } = await readOffline()
  for (const [path, bytes] of files) expect((await stat(join(out, path))).size).toBe(bytes)
  const paths = files.map(([path]) => path)
  expect(paths).toEqual(paths.toSorted())
  expect(paths.filter((path) => path.startsWith('assets/'))).toEqual([
    'assets/icon.svg',
    'assets/main-AAAAAAAA.js',
  ])
  expect(paths).toContain(dataPath('opening', built.opening))
  expect(paths).toContain(dataPath('report', built.report))
  for (const { dictionary, column } of built.facets) {
    expect(paths).toContain(dataPath('facets', dictionary))
    for (const { file } of column) expect(paths).toContain(dataPath('columns', file))
  }
  expect(paths.filter((path) => /^data\/(?:bodies|timeline|search|images)\//.test(path))).toEqual(
    [],
  )
})

test('a whole site has no fault; one without its worker, or with a list of other files, has', async () => {
  expect((await verifySite(out)).faults).toEqual([])
  const bytes = Buffer.from(JSON.stringify({ files: [['assets/gone-AAAAAAAA.js', 1]] }))
  const offline = toFileHash(createHash('sha256').update(bytes).digest())
  await writeFile(join(out, dataPath('offline', offline)), bytes)
  await writeFile(join(out, manifestPath), JSON.stringify({ ...built, offline }))
  await unlink(join(out, serviceWorkerPath))
  const { faults } = await verifySite(out)
  expect(faults).toContainEqual(expect.stringContaining('assets/gone-AAAAAAAA.js'))
  expect(faults).toContainEqual(expect.stringContaining(serviceWorkerPath))
})

test.each([
  ['a folder above', '../data/x'],
  ['another host', 'https://other.example/x'],
  ['the record of what is kept', '.kept/shown'],
  ['a hidden folder', 'data/.git/config'],
  ['an address at the root', '/data/x'],
])('A13 a list that names %s is refused', (_, path) => {
  expect(() => parseOffline({ files: [[path, 1]] })).toThrow('offline')
})
