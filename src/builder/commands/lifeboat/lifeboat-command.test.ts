import { existsSync } from 'node:fs'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { makeFolder } from '#testing/make-archive.ts'
import { makePostText } from '#testing/make-post.ts'
import { VolumeWriter } from '#shape/lifeboat/volume-writer.ts'
import { TooLargeError } from '#shape/too-large-error.ts'
import { SiteFiles } from '../built-site/site-files.ts'
import { buildTestSite } from '#builder/testing/build-test-site.ts'
import { runMain } from '#builder/testing/run-main.ts'
import { unpackLifeboat } from '#builder/testing/unpack-lifeboat.ts'
import { findUnsafeMarkup } from '#builder/site/page/check-page.ts'
import { listFiles } from '#builder/ground/program/package-files.ts'

const posts = {
  'harbour/_posts/2020-01-01-a.md': makePostText({
    title: '</script><script>alert(1)</script>',
    date: '2020-01-01T08:00:00.000Z',
    from: 'https://example.org/a?b="><script>alert(2)</script>',
    body: '<p>The lamp of the wall was lit at nine.</p>',
  }),
  'harbour/_posts/2020-01-02-b.md': makePostText({
    title: 'The ferry',
    date: '2020-01-02T08:00:00.000Z',
    from: 'https://example.org/b',
    body: '<p>Ferries leave at nine, past the lamp.</p>',
  }),
}

const build = async () => (await buildTestSite({ posts })).out

async function write(site: string) {
  const path = join(await makeFolder({}), 'boat.html')
  const { code, err } = await runMain(['lifeboat', site, '--out', path])
  return { path, code, err, html: existsSync(path) ? await readFile(path, 'utf8') : '' }
}

test('a lifeboat holds every data file of the site as it is, but for the index and what bodies repeat', async () => {
  const site = await build()
  const { html, code } = await write(site)
  expect(code).toBe(0)
  const held = unpackLifeboat(html)
  const data = (await listFiles(site)).filter(
    (path) =>
      path === 'manifest.json' ||
      (path.startsWith('data/') && !/^data\/(?:manifests|search|originals|sums)\//.test(path)),
  )
  expect([...held.keys()].toSorted()).toEqual(data.toSorted())
  for (const path of data) expect(held.get(path)).toEqual(await readFile(join(site, path)))
})

test('the same site gives the same bytes', async () => {
  const site = await build()
  expect((await write(site)).html).toBe((await write(site)).html)
})

test('L1 L3 no title or address ends an element, and nothing runs but what the policy names', async () => {
  const { html } = await write(await build())
  expect(findUnsafeMarkup(html)).toBeUndefined()
  expect(html).not.toContain('<script>alert')
  expect(html).toContain('&lt;/script&gt;&lt;script&gt;alert(1)')
  const policy = /content="(default-src[^"]*)"/.exec(html)?.[1] ?? ''
  expect(policy).not.toMatch(/unsafe|'self'|connect-src|http:/)
  expect(policy.match(/script-src ('sha256-[^']{44}' ?){2};/)).not.toBeNull()
})

test('an existing file is left as it is', async () => {
  const path = join(await makeFolder({}), 'boat.html')
  await writeFile(path, 'mine')
  const { code, err } = await runMain(['lifeboat', await build(), '--out', path])
  expect(code).toBe(1)
  expect(err).toContain('exists')
  expect(await readFile(path, 'utf8')).toBe('mine')
})

test('what a run that was broken off has left is named, and left as it is', async () => {
  const path = join(await makeFolder({}), 'boat.html')
  await writeFile(`${path}.pieces`, 'old')
  const { code, err } = await runMain(['lifeboat', await build(), '--out', path])
  expect(code).toBe(1)
  expect(err).toMatch(/boat\.html\.pieces" exists: .* delete it/)
  expect(await readdir(dirname(path))).toEqual(['boat.html.pieces'])
})

test('a file that no volume may hold is named, and nothing is left', async () => {
  const add = vi
    .spyOn(VolumeWriter.prototype, 'add')
    .mockRejectedValueOnce(new TooLargeError('data/images/a.png has more than 64 MiB'))
  const { path, code, err } = await write(await build())
  add.mockRestore()
  expect(code).toBe(1)
  expect(err).toContain('too large: data/images/a.png has more than 64 MiB. Give a query')
  expect(await readdir(dirname(path))).toEqual([])
})

test('each pack of bodies is read once', async () => {
  const site = await build()
  const read = vi.spyOn(SiteFiles.prototype, 'bytes')
  await write(site)
  const bodies = read.mock.calls.map(([file]) => file).filter((file) => file.includes('/bodies/'))
  read.mockRestore()
  expect(bodies).not.toEqual([])
  expect(bodies).toEqual([...new Set(bodies)])
})

test.each(['bodies', 'timeline', 'selections', 'report'])(
  'a site with a damaged file of its %s gives no lifeboat, and says which file it is',
  async (kind) => {
    const site = await build()
    const damaged = (await listFiles(site)).find((path) => path.startsWith(`data/${kind}/`)) ?? ''
    await writeFile(join(site, damaged), '{}')
    const { path, code, err } = await write(site)
    expect(code).toBe(1)
    expect(err).toContain(damaged)
    expect(await readdir(dirname(path))).toEqual([])
  },
)

test('a folder that does not say which files are its newest build is refused', async () => {
  const site = await build()
  await rm(join(site, '.broadsheet.json'))
  expect((await write(site)).err).toContain('cannot be read')
})
