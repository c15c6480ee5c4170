import { createHash } from 'node:crypto'
import { appendFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseBodyPack, type ArticleBody } from '#contract/body-pack.ts'
import { dataPath, toFileHash } from '#contract/file-names.ts'
import { cutSource, sourcePackBytes } from '#contract/source-pack.ts'
import { makeFolder } from '#testing/make-archive.ts'
import { makePostText } from '#testing/make-post.ts'
import { verifySite } from '#builder/commands/check/verify-site.ts'
import { BuiltSite } from '#builder/site/verify/built-site.ts'
import { SourceVerifier } from '../timeline/verify-source.ts'
import { buildTestSite } from '#builder/testing/build-test-site.ts'
import { readNewestBuild } from '#builder/testing/read-newest-build.ts'
import { untilAtRest } from '#builder/testing/until-at-rest.ts'

const toPost = (title: string, body = '<p>Text.</p>') => makePostText({ title, body, from: null })

/** Every post with the bytes that the site keeps of its file. */
async function readKept(out: string) {
  const site = await readNewestBuild(out)
  const bytesOf = (path: string) => Buffer.from(site.get(path) ?? '', 'latin1')
  const bodies = [...site.keys()]
    .filter((path) => path.startsWith('data/bodies/'))
    .flatMap((path) => parseBodyPack(JSON.parse(bytesOf(path).toString())).bodies)
  return new Map(
    bodies.map((body) => {
      const { file, keptSource } = body
      const pack = keptSource && bytesOf(dataPath('sources', keptSource.pack))
      return [file, { body, bytes: pack && cutSource(pack, keptSource) }]
    }),
  )
}

const listPacks = async (out: string) =>
  [...(await readNewestBuild(out)).keys()].filter((path) => path.startsWith('data/sources/'))

describe('a site that keeps source files', () => {
  const written: Record<string, Uint8Array> = {
    'harbour/_posts/2020-01-01-plain.md': Buffer.from(toPost('Plain')),
    'harbour/_posts/2020-01-02-latin.md': Buffer.from(toPost('\u00e9t\u00e9'), 'latin1'),
    'harbour/_posts/2020-01-03-wide.md': Buffer.from(`\ufeff${toPost('Wide')}`, 'utf16le'),
    'harbour/_posts/2020-01-04-caf\u0065\u0301.md': Buffer.from(toPost('Spelled otherwise')),
    'harbour/archived/deep/2020-01-05-ends.md': Buffer.from(
      `\ufeff${toPost('Line ends').replaceAll('\n', '\r\n')}`,
    ),
    'harbour/_posts/2020-01-06-large.md': Buffer.from(
      toPost('Large', `<p>${'A long sentence of the sea. '.repeat(12_000)}</p>`),
    ),
  }

  test('A16 holds each of them byte for byte, and its body names its hash and its place', async () => {
    const { out } = await buildTestSite({ posts: written, sources: 'keep' })
    const kept = await readKept(out)
    expect([...kept.keys()].toSorted()).toEqual(
      Object.keys(written)
        .map((path) => path.normalize('NFC'))
        .toSorted(),
    )
    for (const [path, bytes] of Object.entries(written)) {
      const found = kept.get(path.normalize('NFC'))
      expect(found?.bytes).toEqual(bytes)
      const digest = createHash('sha256').update(bytes).digest('hex')
      expect(found?.body.source?.sha256).toBe(digest)
    }
  })

  test('holds them in packs, and a large file alone', async () => {
    const { out } = await buildTestSite({ posts: written, sources: 'keep' })
    const sizes = (await listPacks(out)).map(
      async (path) => (await readFile(join(out, path))).length,
    )
    const [small = 0, large = 0] = (await Promise.all(sizes)).toSorted((a, b) => a - b)
    expect(sizes).toHaveLength(2)
    expect(small).toBeLessThan(sourcePackBytes)
    expect(large).toBe(written['harbour/_posts/2020-01-06-large.md']?.length)
  })

  test('is proven by check, its packs among all other files', async () => {
    const { out } = await buildTestSite({ posts: written, sources: 'keep' })
    expect((await verifySite(out)).faults).toEqual([])
    const [pack = ''] = await listPacks(out)
    const bytes = await readFile(join(out, pack))
    await writeFile(join(out, pack), bytes.fill(65, 10, 11))
    expect((await verifySite(out)).faults.join('\n')).toContain(pack)
  })

  test('has none of them when it is not asked to, nor after it is not asked any more', async () => {
    const { out } = await buildTestSite({ posts: written })
    expect(await listPacks(out)).toEqual([])
    expect([...(await readKept(out)).values()].filter(({ bytes }) => bytes)).toEqual([])
    const folder = join(await makeFolder(written), 'harbour')
    const place = join(await makeFolder(), 'site')
    await buildTestSite({ folders: [folder], out: place, sources: 'keep' })
    expect(await listPacks(place)).toHaveLength(2)
    await buildTestSite({ folders: [folder], out: place })
    expect(await listPacks(place)).toEqual([])
  })

  test('writes only the packs of a stretch that changed', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 140 }, (_, at) => {
        const day = new Date(Date.UTC(2020, 0, 1 + at)).toISOString()
        const text = makePostText({ title: `Post ${at}`, date: day, from: null })
        return [`harbour/_posts/${day.slice(0, 10)}-p${at}.md`, text]
      }),
    )
    const folder = join(await makeFolder(many), 'harbour')
    await untilAtRest(folder)
    const site = {
      folders: [folder],
      out: join(await makeFolder(), 'site'),
      sources: 'keep' as const,
    }
    await buildTestSite(site)
    const before = await listPacks(site.out)
    expect(before).toHaveLength(3)
    const newest = Object.keys(many).at(-1) ?? ''
    await appendFile(join(folder, '..', newest), '<p>One more.</p>')
    await untilAtRest(folder)
    await buildTestSite(site)
    const after = await listPacks(site.out)
    expect(after.filter((path) => before.includes(path))).toHaveLength(2)
    expect(after).toHaveLength(3)
  })

  test('is not written when a file changes while it is built', async () => {
    const folder = join(await makeFolder(written), 'harbour')
    const name = '_posts/2020-01-01-plain.md'
    const building = buildTestSite({
      folders: [folder],
      sources: 'keep',
      tools: { account: () => writeFile(join(folder, name), toPost('Another')) },
    })
    await expect(building).rejects.toThrow(
      `The file "harbour/${name}" has changed since it was read.`,
    )
  })
})

describe('check names a body', () => {
  const file = Buffer.from('the file')
  const sha256 = createHash('sha256').update(file).digest('hex')
  const pack = toFileHash(createHash('sha256').update(file).digest())
  const place = { pack, start: 0, bytes: file.length }

  test.each<[string, Partial<ArticleBody>, string[]]>([
    ['of the right file: never', { source: { sha256 }, keptSource: place }, []],
    ['without a kept file: never', { source: { sha256 } }, []],
    [
      'whose file has another hash',
      { source: { sha256: '0'.repeat(64) }, keptSource: place },
      ['body of x: its source file is not the one of its hash'],
    ],
    [
      'whose file begins elsewhere',
      { source: { sha256 }, keptSource: { ...place, start: 1, bytes: file.length - 1 } },
      ['body of x: its source file is not the one of its hash'],
    ],
    [
      'whose file ends beyond its pack',
      { source: { sha256 }, keptSource: { ...place, bytes: file.length + 1 } },
      ['body of x: its source file is not the one of its hash'],
    ],
    [
      'whose file has no hash',
      { keptSource: place },
      ['body of x: names a source file without its hash'],
    ],
  ])('%s', async (_, body, faults) => {
    const folder = await makeFolder({ [dataPath('sources', pack)]: file })
    const verifier = new SourceVerifier(await BuiltSite.open(folder))
    expect(await verifier.verify({ id: 'x', ...body } as ArticleBody)).toEqual(faults)
  })
})
