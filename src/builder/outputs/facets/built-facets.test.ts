import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { dataPath, manifestPath } from '#contract/file-names.ts'
import { parseManifest } from '#contract/manifest.ts'
import { makePostText } from '#testing/make-post.ts'
import { buildTestSite } from '#builder/testing/build-test-site.ts'
import { verifySite } from '#builder/commands/check/verify-site.ts'

/** Two versions of one article, the older with a tag of its own, and another article. */
const posts = {
  'harbour/_posts/2020-01-01-tide.md': makePostText({ title: 'Tide', tags: ['sea'], body: 'ebb' }),
  'harbour/archived/2020-01-01/2020-01-01-tide.md': makePostText({
    title: 'Tide',
    tags: ['old'],
    body: 'flood',
  }),
  'harbour/_posts/2020-01-02-fog.md': makePostText({
    title: 'Fog',
    tags: ['sea'],
    from: 'https://example.org/fog',
  }),
}

async function build() {
  const { out } = await buildTestSite({ posts })
  const manifest = parseManifest(JSON.parse(await readFile(join(out, manifestPath), 'utf8')))
  return { out, manifest, tags: manifest.facets.find(({ facet }) => facet === 'tag') }
}

test('the manifest counts values of posts that are shown, and a check agrees', async () => {
  const { out, manifest, tags } = await build()
  expect(manifest.counts).toMatchObject({ posts: 2, versions: 1 })
  expect(tags).toMatchObject({ values: 1, top: [{ value: 'sea', count: 2 }] })
  expect((await verifySite(out)).faults).toEqual([])
})

test('a check finds a column that tells of other posts', async () => {
  const { out, manifest } = await build()
  const [tag, kind] = ['tag', 'kind'].map(
    (name) => manifest.facets.find(({ facet }) => facet === name) ?? manifest.facets[0],
  )
  const facets = manifest.facets.map((entry) =>
    entry === tag ? { ...entry, column: kind?.column ?? [] } : entry,
  )
  await writeFile(join(out, manifestPath), JSON.stringify({ ...manifest, facets }))
  const { faults } = await verifySite(out)
  expect(faults).toContainEqual(expect.stringMatching(/^tag ".*": posts in the column: found 0/))
})

test('a check finds a column with a changed byte', async () => {
  const { out, tags } = await build()
  const [part] = tags?.column ?? []
  if (part === undefined) throw new Error('the site has no column of tags')
  const path = join(out, dataPath('columns', part.file))
  const bytes = await readFile(path)
  bytes[9] = (bytes[9] ?? 0) ^ 1
  await writeFile(path, bytes)
  expect((await verifySite(out)).faults).toContainEqual(
    expect.stringMatching(/data\/columns\/.*its bytes do not match its name/),
  )
})
