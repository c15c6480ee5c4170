import { spawnSync } from 'node:child_process'
import { appendFile, cp, mkdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { makeFolder, readFolder } from '#testing/make-archive.ts'
import { makePostText } from '#testing/make-post.ts'
import { buildTestSite } from '#builder/testing/build-test-site.ts'
import { makePicture } from '#builder/testing/make-pictures.ts'
import { makeReaderApp } from '#builder/testing/make-reader-app.ts'
import { runMain } from '#builder/testing/run-main.ts'
import { lockName } from '#builder/ground/locks/folder-lock.ts'
import { verifySite } from './verify-site.ts'

/**
 * An archive with every kind of file: pages, lists, feeds, a sitemap, redirect pages, a kept picture, source files.
 */
const posts = {
  'harbour/_config.yml': 'permalink: /:year/:title/\n',
  'harbour/pier.png': makePicture('png'),
  'harbour/_posts/2020-03-09-ferry.md': makePostText({
    title: 'The ferry',
    tags: ['sea'],
    body: '<p>At nine.</p><img src="/pier.png" alt="">',
  }),
  'harbour/_posts/2020-03-10-海.md': makePostText({ title: '海上的灯', from: null }),
}

const build = (out: string | undefined, mark: string, title: string) =>
  buildTestSite({
    posts,
    title,
    ...(out === undefined ? {} : { out }),
    origin: 'https://archive.example',
    redirectPages: true,
    sources: 'keep',
    tools: { openReaderApp: () => Promise.resolve(makeReaderApp(mark)) },
  })

/** A site that was built twice, so that it keeps files of the build before. */
async function makeSite(): Promise<string> {
  const { out } = await build(undefined, 'AAAAAAAA', 'Harbour')
  await build(out, 'BBBBBBBB', 'Harbour news')
  return out
}

const damages = {
  'a flipped bit': async (path: string, at: number) => {
    const bytes = await readFile(path)
    bytes[at] = (bytes[at] ?? 0) ^ 4
    await writeFile(path, bytes)
  },
  'a byte cut off': (path: string) =>
    readFile(path).then(({ length }) => truncate(path, length - 1)),
  'a byte more': (path: string) => appendFile(path, '\n'),
  'no bytes': (path: string) => truncate(path),
  'no file': (path: string) => rm(path),
} as const

/** Files from which the hashes of others follow: damaged one at a time, all others a few at a time. */
const isRoot = (path: string) => /^(?:[^/]+\.json|SHA256SUMS|data\/sums\/.*)$/.test(path)
const filesAtOnce = 10

function toBatches(paths: string[]): string[][] {
  const others = paths.filter((path) => !isRoot(path))
  const count = Math.ceil(others.length / filesAtOnce)
  // Neighbours are much alike, so they come into different batches.
  const batches = Array.from({ length: count }, (_, at) =>
    others.filter((__, place) => place % count === at),
  )
  return [...paths.filter(isRoot).map((path) => [path]), ...batches]
}

/** Does every damage to every file of a site, and lists what `check` does not name. */
async function listUnnamed(out: string): Promise<string[]> {
  const unnamed: string[] = []
  for (const [turn, batch] of toBatches([...(await readFolder(out)).keys()]).entries()) {
    for (const [what, damage] of Object.entries(damages)) {
      const before = new Map<string, Buffer>()
      for (const path of batch) {
        const bytes = await readFile(join(out, path))
        if (bytes.length === 0 && what !== 'a byte more' && what !== 'no file') continue
        before.set(path, bytes)
        // Some byte, another one in each file.
        await damage(join(out, path), (turn * 7_919 + bytes.length) % Math.max(bytes.length, 1))
      }
      const { faults, notes } = await verifySite(out)
      const said = [...faults, ...(before.has('.broadsheet.json') ? notes : [])]
      for (const [path, bytes] of before) {
        if (!said.some((one) => one.includes(path))) unnamed.push(`${path}: ${what}`)
        await writeFile(join(out, path), bytes)
      }
    }
  }
  return unnamed
}

describe('every byte is accounted for', () => {
  test('B18 one damage of any file is named, whatever the file', async () => {
    const out = await makeSite()
    expect(await verifySite(out)).toMatchObject({ faults: [], notes: [] })
    const files = [...(await readFolder(out)).keys()]
    for (const kind of ['.html', '.js', '.xml', '.rss.xml', '.json', '.png', '.txt', '_headers']) {
      expect(files.some((path) => path.endsWith(kind))).toBe(true)
    }
    expect(await listUnnamed(out)).toEqual([])
    expect(await verifySite(out)).toMatchObject({ faults: [], notes: [] })
  })

  test('B18 a file more is named, in any folder', async () => {
    const out = await makeSite()
    const folders = new Set([...(await readFolder(out)).keys()].map((path) => dirname(path)))
    const more = [...folders].map((folder) => join(folder, 'more.html'))
    for (const path of more) await writeFile(join(out, path), '<p>')
    const { faults } = await verifySite(out)
    expect(faults).toEqual(more.toSorted().map((path) => `${path}: no build of this site wrote it`))
  })

  test('B18 a page of an earlier build in the place of a new one is named', async () => {
    const { out } = await build(undefined, 'AAAAAAAA', 'Harbour')
    const old = await readFile(join(out, 'about/index.html'))
    await build(out, 'BBBBBBBB', 'Harbour news')
    await writeFile(join(out, 'about/index.html'), old)
    expect((await verifySite(out)).faults).toEqual([expect.stringMatching(/^about\/index\.html: /)])
  })

  test('B18 a link in the place of a file is named', async () => {
    const out = await makeSite()
    await rm(join(out, 'robots.txt'))
    await symlink('sitemap.xml', join(out, 'robots.txt'))
    const { faults } = await verifySite(out)
    expect(faults).toContainEqual('robots.txt: it is a link, not a file')
  })

  test('files of hosts are named and are no fault', async () => {
    const out = await makeSite()
    await writeFile(join(out, 'CNAME'), 'archive.example')
    await mkdir(join(out, '.git/objects'), { recursive: true })
    await writeFile(join(out, '.git/HEAD'), 'ref: refs/heads/main')
    const { code, out: said } = await runMain(['check', out])
    expect(code).toBe(0)
    expect(said).toContain('Of hosts, not of the site: .git, CNAME')
  })
})

describe('a copy of a site', () => {
  let copy = ''

  beforeEach(async () => {
    const { out } = await build(undefined, 'AAAAAAAA', 'Harbour')
    copy = join(await makeFolder(), 'copy')
    // As `publish` uploads it.
    await cp(out, copy, {
      recursive: true,
      filter: (path) => !/(?:_headers|\.nojekyll|\.broadsheet\.json)$/.test(path),
    })
  })

  test('is proven without the record of the builder', async () => {
    const { code, out } = await runMain(['check', copy])
    expect(out).toContain('is valid')
    expect(out).toContain('.broadsheet.json is not here')
    expect(code).toBe(0)
  })

  test('B18 has each of its damages named', async () => {
    expect(await listUnnamed(copy)).toEqual([])
  })
})

describe('a build that was interrupted', () => {
  test('B18 is told, and a damaged file is named all the same', async () => {
    const out = await makeSite()
    await writeFile(join(out, lockName), '{}')
    await writeFile(join(out, 'data/timeline/abcdefghijklmnop.json'), '{}')
    expect(await verifySite(out)).toMatchObject({
      faults: [],
      notes: [
        expect.stringContaining('1 file (such as data/timeline/abcdefghijklmnop.json) left by'),
        expect.stringContaining('was interrupted'),
      ],
    })
    await appendFile(join(out, 'about/index.html'), ' ')
    expect((await verifySite(out)).faults).toEqual([expect.stringMatching(/^about\/index\.html: /)])
  })
})

const sha256sum = spawnSync('sha256sum', ['--version']).status === 0

test.skipIf(!sha256sum)('sha256sum agrees with every list', async () => {
  const { out } = await build(undefined, 'AAAAAAAA', 'Harbour')
  const script = `
    set -e
    sha256sum --strict -c SHA256SUMS
    lists=$(sed -n 's/.*  \\(data.sums.*\\)/\\1/p' SHA256SUMS)
    sha256sum --strict -c $lists
    sha256sum --strict -c $(cut -c67- $lists)`
  const { status, stdout } = spawnSync('sh', ['-c', script], { cwd: out, encoding: 'utf8' })
  expect(status).toBe(0)
  const proven = stdout
    .trimEnd()
    .split('\n')
    .map((line) => line.replace(/: OK$/, ''))
  const files = [...(await readFolder(out)).keys()]
  const others = new Set(['SHA256SUMS', '.broadsheet.json'])
  expect(proven.toSorted()).toEqual(files.filter((path) => !others.has(path)).toSorted())
})
