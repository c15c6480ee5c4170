import { appendFile, cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { dataPath, toFileHash } from '#contract/file-names.ts'
import { makeFolder, readFolder } from '#testing/make-archive.ts'
import { makePostText } from '#testing/make-post.ts'
import { sha256 } from '#builder/ground/sha256.ts'
import { lockName } from '#builder/ground/locks/folder-lock.ts'
import { toHexSum } from '#builder/site/sums/file-hash.ts'
import {
  markerPath,
  parseGenerations,
  toMarkerText,
  type Generation,
} from '#builder/site/write/generations.ts'
import { resealSite } from '#builder/testing/reseal-site.ts'
import { runMain } from '#builder/testing/run-main.ts'

let [home, site, key] = ['', '', '']

const at = (path: string) => join(site, path)

async function readRecord(): Promise<Generation[]> {
  return parseGenerations(await readFile(at(markerPath), 'utf8'))?.generations ?? []
}

const writeRecord = (generations: Generation[]) =>
  writeFile(at(markerPath), toMarkerText({ generations }))

const buildAgain = (...flags: string[]) =>
  runMain([
    'build',
    join(home, 'harbour'),
    '--out',
    site,
    '--sign',
    join(home, 'keys/daily.key'),
    ...flags,
  ])

const listTimeline = async () =>
  [...(await readFolder(site)).keys()].filter((path) => path.startsWith('data/timeline/'))

const check = (...flags: string[]) => runMain(['check', site, ...flags])

/** Changes a script and a page as whoever keeps the files can, and writes lists of hashes that name the new bytes. */
async function forge() {
  const honest = { record: await readRecord(), files: await readFolder(site) }
  const script = [...honest.files.keys()].find((path) => path.startsWith('assets/')) ?? ''
  await writeFile(at(script), 'alert("another hand")')
  const page = at('about/index.html')
  await writeFile(page, (await readFile(page, 'utf8')).replaceAll('Harbour', 'Another'))
  await resealSite(site)
  const forged = await readRecord()
  for (const [path, bytes] of honest.files) {
    if (/^(?:SHA256SUMS|data\/sums\/.*)$/.test(path)) await writeFile(at(path), bytes, 'latin1')
  }
  return { script, honest: honest.record[0] as Generation, forged: forged[0] as Generation }
}

beforeEach(async () => {
  home = await makeFolder({
    'harbour/_posts/2020-01-01-a.md': makePostText({ title: 'One', from: null }),
  })
  ;[site, key] = [join(home, 'site'), join(home, 'keys/root.pub')] as [string, string]
  await runMain(['keys', join(home, 'keys')])
  const posts = join(home, 'harbour')
  const daily = join(home, 'keys/daily.key')
  await runMain(['build', posts, '--out', site, '--title', 'Harbour', '--sign', daily])
})

describe('a signed site whose files somebody changed is refused', () => {
  test('A6 with a record that names lists of hashes of the new files', async () => {
    const { script, honest, forged } = await forge()
    await writeRecord([{ ...forged, sums: honest.sums }])
    for (const flags of [['--key', key], []]) {
      const { code, err } = await check(...flags)
      expect(code).toBe(1)
      for (const path of [script, 'about/index.html', markerPath]) expect(err).toContain(path)
    }
  })

  test('A6 with a lock that says that a build of the new files was interrupted', async () => {
    const { script, honest, forged } = await forge()
    await writeFile(at(lockName), '')
    await writeRecord([honest, { ...forged, buildId: 'x' }])
    for (const flags of [['--key', key], []]) {
      const { code, err } = await check(...flags)
      expect(code).toBe(1)
      for (const path of [script, 'about/index.html']) expect(err).toContain(path)
    }
  })

  test('A6 with a lock and a record that calls SHA256SUMS one of another build', async () => {
    const { script, honest, forged } = await forge()
    await writeFile(at(lockName), '')
    await writeRecord([
      { ...forged, buildId: honest.buildId },
      { ...honest, buildId: 'x' },
    ])
    const { code, err } = await check('--key', key)
    expect(code).toBe(1)
    for (const path of [script, markerPath]) expect(err).toContain(path)
  })

  test('A6 with a record that lists a page more', async () => {
    const [newest] = await readRecord()
    await mkdir(at('posts/more'), { recursive: true })
    await writeFile(at('posts/more/index.html'), '<p>')
    const files = [...(newest?.files ?? []), 'posts/more/index.html'].toSorted()
    await writeRecord([{ ...(newest as Generation), files }])
    expect(await check('--key', key)).toMatchObject({
      code: 1,
      err: 'posts/more/index.html: no build of this site wrote it',
    })
  })

  test.each(['files', 'lists', 'lists of its sums', 'damage'])(
    'A6 with foreign files that a record excuses by %s',
    async (how) => {
      const foreign = ['assets/reader-AAAAAAAA.js', 'data/login.htm']
      for (const path of foreign) await writeFile(at(path), '<form>')
      const [honest] = await readRecord()
      const files = [...(honest as Generation).files, ...foreign].toSorted()
      const kept = await readFolder(site)
      await writeRecord([{ ...(honest as Generation), files }])
      await resealSite(site)
      const [forged] = (await readRecord()) as [Generation]
      for (const [path, bytes] of kept) await writeFile(at(path), bytes, 'latin1')
      const { lists, sums } = forged
      const other = { buildId: 'x', files: how === 'files' ? foreign : forged.files }
      await writeRecord([
        honest as Generation,
        how === 'files' ? other : how === 'lists' ? { ...other, lists } : { ...other, lists, sums },
      ])
      if (how === 'damage') await appendFile(at(markerPath), ' ')
      for (const flags of [['--key', key], []]) {
        const { code, err } = await check(...flags)
        expect(code).toBe(1)
        for (const path of foreign) expect(err).toContain(`${path}: no build of this site wrote it`)
      }
    },
  )

  test('A6 with no lists of hashes at all, and a record that wants none', async () => {
    const [newest] = await readRecord()
    const { lists: _, sums: __, ...bare } = newest as Generation
    await rm(at('SHA256SUMS'))
    await writeRecord([bare])
    await appendFile(at('about/index.html'), ' ')
    const { code, err } = await check('--key', key)
    expect([code, err]).toEqual([1, expect.stringMatching(/^SHA256SUMS: /m)])
  })
})

describe('files that a signed site keeps of the build before', () => {
  test('A6 are proven by its signature, also when it is signed again and in a copy', async () => {
    await writeFile(join(home, 'harbour/_posts/2020-01-02-b.md'), makePostText({ title: 'Two' }))
    await buildAgain()
    const [old = '', ...more] = await listTimeline()
    expect(more).toHaveLength(1)
    expect(await check('--key', key)).toMatchObject({ code: 0, err: '' })
    await buildAgain()
    expect(await check('--key', key)).toMatchObject({ code: 0, err: '' })
    await rm(at(markerPath))
    expect(await check('--key', key)).toMatchObject({ code: 0, err: '' })
    await appendFile(at(old), ' ')
    const { code, err } = await check('--key', key)
    expect([code, err]).toEqual([1, expect.stringContaining(old)])
    await rm(at(old))
    expect(await check('--key', key)).toMatchObject({ code: 0, err: '' })
  })

  test('A6 are proven by the signature before where the cache is gone, and else do not stay', async () => {
    const cache = `${site}.cache`
    for (const [title, change, left] of [
      ['Two', () => Promise.resolve(), 2],
      ['Three', () => rm(at('SHA256SUMS.minisig')), 1],
    ] as const) {
      await rm(cache, { recursive: true })
      await change()
      await writeFile(join(home, 'harbour/_posts/2020-01-02-b.md'), makePostText({ title }))
      await buildAgain()
      expect(await listTimeline()).toHaveLength(left)
      expect(await check('--key', key)).toMatchObject({ code: 0, err: '' })
    }
  })
})

test('a signature in a site that names no archive is a fault, with a record or without', async () => {
  await cp(at('SHA256SUMS.minisig'), join(home, 'stray'))
  await rm(site, { recursive: true })
  await runMain(['build', join(home, 'harbour'), '--out', site])
  await cp(join(home, 'stray'), at('SHA256SUMS.minisig'))
  const fault = { code: 1, err: expect.stringMatching(/^SHA256SUMS\.minisig: /) }
  expect(await check()).toMatchObject(fault)
  const [newest] = await readRecord()
  const files = [...(newest?.files ?? []), 'SHA256SUMS.minisig'].toSorted()
  await writeRecord([{ ...(newest as Generation), files }])
  expect(await check()).toMatchObject(fault)
  await rm(at(markerPath))
  expect(await check()).toMatchObject(fault)
})

test.each([
  ['posts', ['harbour']],
  ['several folders', ['site', 'site']],
  ['a lifeboat', ['boat.html']],
  ['a site that lost its manifest', ['site']],
])('A6 with --key %s cannot be verified, and check says so', async (_, names) => {
  await writeFile(join(home, 'boat.html'), '<!doctype html>')
  if (names.length === 1) await rm(at('manifest.json'))
  const paths = names.map((name) => join(home, name))
  expect(await runMain(['check', ...paths, '--key', key])).toMatchObject({
    code: 1,
    err: expect.stringMatching(/no signature can be verified|^manifest\.json: /),
  })
  expect(await runMain(['check', ...paths, '--key', 'RWnonsense'])).toMatchObject({
    code: 1,
    err: expect.stringContaining('neither a public key'),
  })
})

test('a copy whose lists name files elsewhere is refused, and nothing elsewhere is read', async () => {
  const copy = join(home, 'copy')
  const put = async (text: string) => {
    const hash = toFileHash(sha256(Buffer.from(text)))
    await mkdir(join(copy, 'data/sums'), { recursive: true })
    await writeFile(join(copy, dataPath('sums', hash)), text)
    return `${toHexSum(Buffer.from(text))}  ${dataPath('sums', hash)}\n`
  }
  const zeros = '0'.repeat(64)
  const inner = await put(`${zeros}  ../outside.html\n`)
  const outer = await put(inner)
  const beside = await put(`${zeros}  data/addresses/${'a'.repeat(26)}.json\n`)
  const manifest = `${toHexSum(Buffer.from('{}'))}  manifest.json\n`
  await writeFile(join(copy, 'manifest.json'), '{}')
  await writeFile(join(home, 'outside.html'), '<script>')
  for (const [list, said] of [
    [outer, 'a list of hashes has another form'],
    [beside, 'it is no list of hashes'],
  ] as const) {
    await writeFile(join(copy, 'SHA256SUMS'), list + manifest)
    const { code, err } = await runMain(['check', copy])
    expect([code, err]).toEqual([1, expect.stringContaining(said)])
    expect(err).not.toContain('outside.html')
  }
})
