import { appendFile, cp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { parseMinisig } from '#contract/signing/minisig.ts'
import { parseHead, toHeadText } from '#contract/signing/signed-head.ts'
import { makeFolder, readFolder } from '#testing/make-archive.ts'
import { makePostText } from '#testing/make-post.ts'
import { parseSecretKey, signWith } from '#builder/site/signing/secret-key.ts'
import { resealSite } from '#builder/testing/reseal-site.ts'
import { runMain } from '#builder/testing/run-main.ts'

const post = (title: string) => makePostText({ title, from: null })

let home = ''
let [site, keys, harbour] = ['', '', '']

async function build(...flags: string[]) {
  return runMain(['build', harbour, '--out', site, '--sign', join(keys, 'daily.key'), ...flags])
}

/** The same list with another hash in it. */
const toOther = (text: string) => (text.startsWith('a') ? 'b' : 'a') + text.slice(1)

const check = (...flags: string[]) => runMain(['check', site, ...flags])

async function readHead() {
  return parseHead(parseMinisig(await readFile(join(site, 'SHA256SUMS.minisig'), 'utf8')).comment)
}

beforeEach(async () => {
  home = await makeFolder({ 'harbour/_posts/2020-01-01-a.md': post('One') })
  ;[site, keys, harbour] = ['site', 'keys', 'harbour'].map((name) => join(home, name)) as [
    string,
    string,
    string,
  ]
  await runMain(['keys', keys])
  await build()
})

describe('a signed site', () => {
  test('is proven by the root key, and check says by whom', async () => {
    const { code, out } = await check('--key', join(keys, 'root.pub'))
    expect(out).toMatch(
      /^Signed by the archive [a-z2-7]{26} \([a-z2-7]{4}-[a-z2-7]{4}\), build \d+, on /m,
    )
    expect(out).toContain('its root key is the one you gave')
    expect(code).toBe(0)
    expect((await check()).out).toContain('compare its print with what the keeper told you')
  })

  test('is proven by a file of the key whose lines end as on Windows', async () => {
    const file = join(home, 'windows.pub')
    await writeFile(file, (await readFile(join(keys, 'root.pub'), 'utf8')).replaceAll('\n', '\r\n'))
    expect((await check('--key', file)).code).toBe(0)
  })

  test('A6 is refused where the key in hand is another', async () => {
    const other = join(home, 'other')
    await runMain(['keys', other])
    expect(await check('--key', join(other, 'root.pub'))).toMatchObject({
      code: 1,
      err: expect.stringContaining('signed by another archive'),
    })
  })

  test('A6 is refused where it bears no signature and a key is in hand', async () => {
    await rm(site, { recursive: true })
    await runMain(['build', harbour, '--out', site])
    expect(await check('--key', join(keys, 'root.pub'))).toMatchObject({
      code: 1,
      err: expect.stringContaining('not signed'),
    })
  })

  test('B18 has every damage of its signatures named', async () => {
    for (const path of ['SHA256SUMS.minisig', 'KEYS', 'KEYS.minisig']) {
      const bytes = await readFile(join(site, path))
      for (let at = 0; at < bytes.length; at += 29) {
        const changed = Buffer.from(bytes)
        changed[at] = (changed[at] ?? 0) ^ 1
        await writeFile(join(site, path), changed)
        expect((await check()).err).toContain(path)
      }
      await rm(join(site, path))
      expect((await check()).err).toContain(path)
      await writeFile(join(site, path), bytes)
    }
    expect((await check()).code).toBe(0)
  })

  test('does not pass when somebody seals it anew after a change', async () => {
    const before = await cpSite()
    await appendFile(join(harbour, '_posts/2020-01-01-a.md'), '\n<p>Another hand.</p>\n')
    await runMain(['build', harbour, '--out', site])
    for (const path of ['SHA256SUMS.minisig', 'KEYS', 'KEYS.minisig']) {
      await cp(join(before, path), join(site, path))
    }
    expect((await check('--key', join(keys, 'root.pub'))).code).toBe(1)
  })
})

async function cpSite() {
  const copy = join(home, `copy-${(await readdir(home)).length}`)
  await cp(site, copy, { recursive: true })
  return copy
}

describe('building again', () => {
  test('A5 gives a build a higher number than the one before', async () => {
    const before = await readHead()
    await writeFile(join(harbour, '_posts/2020-01-02-b.md'), post('Two'))
    await build()
    expect((await readHead()).sequence).toBeGreaterThan(before.sequence)
    expect((await check()).code).toBe(0)
  })

  test('A6 takes the number of the build before from no signature that its key did not make', async () => {
    const path = join(site, 'SHA256SUMS.minisig')
    const forged = (await readFile(path, 'utf8')).replace(
      /sequence \d+/,
      `sequence ${'9'.repeat(15)}`,
    )
    await writeFile(path, forged)
    await writeFile(join(harbour, '_posts/2020-01-02-b.md'), post('Two'))
    expect((await build()).code).toBe(0)
    expect((await readHead()).sequence).toBeLessThan(10 ** 12)
    expect((await check('--key', join(keys, 'root.pub'))).code).toBe(0)
  })

  test('gives no number that readers would refuse', async () => {
    const secret = parseSecretKey(await readFile(join(keys, 'daily.key'), 'utf8'), 'daily.key')
    const last = toHeadText({ ...(await readHead()), sequence: 10 ** 15 - 1 })
    const sums = await readFile(join(site, 'SHA256SUMS'))
    await writeFile(join(site, 'SHA256SUMS.minisig'), signWith(secret, sums, last))
    expect((await check()).code).toBe(0)
    await writeFile(join(harbour, '_posts/2020-01-02-b.md'), post('Two'))
    expect(await build()).toMatchObject({
      code: 1,
      err: expect.stringContaining('after which no other can follow'),
    })
    await runMain(['keys', keys, '--rotate'])
    expect((await build()).code).toBe(0)
    expect(await check('--key', join(keys, 'root.pub'))).toMatchObject({ code: 0, err: '' })
  })

  test('keeps the number where nothing changed, and signs the new date', async () => {
    const before = await readHead()
    const files = await readFolder(site)
    await build('--expect-every', '7')
    const after = await readHead()
    expect(after.sequence).toBe(before.sequence)
    expect(after.nextBy).toMatch(/^\d{4}-\d\d-\d\d$/)
    files.delete('SHA256SUMS.minisig')
    const again = await readFolder(site)
    again.delete('SHA256SUMS.minisig')
    expect(again).toEqual(files)
    expect((await check()).code).toBe(0)
  })

  test.each([
    [
      'another',
      (path: string) => readFile(path, 'utf8').then((text) => writeFile(path, toOther(text))),
    ],
    ['no', (path: string) => rm(path)],
  ])(
    'A6 signs no SHA256SUMS but its own where nothing changed and there is %s',
    async (_, harm) => {
      const before = await readFile(join(site, 'SHA256SUMS'))
      await harm(join(site, 'SHA256SUMS'))
      expect((await build()).code).toBe(0)
      expect(await readFile(join(site, 'SHA256SUMS'))).toEqual(before)
      expect((await check('--key', join(keys, 'root.pub'))).code).toBe(0)
    },
  )

  test('A6 signs no page that somebody changed, whatever record and lists he left', async () => {
    const key = join(keys, 'root.pub')
    const files = [...(await readFolder(site)).keys()]
    const path = files.find((one) => /^posts\/.*\.html$/.test(one)) ?? ''
    const page = join(site, path)
    for (const lists of ['his', 'none', 'honest'] as const) {
      await writeFile(page, (await readFile(page, 'utf8')).replace('One', 'Two'))
      if (lists === 'his') await resealSite(site)
      if (lists === 'none') await rm(join(site, 'data/sums'), { recursive: true })
      await writeFile(join(harbour, `_posts/2021-01-02-${lists}.md`), post(lists))
      expect((await build()).code).toBe(0)
      const isHonest = (await readFile(page, 'utf8')).includes('One')
      const said = `${path}: its bytes are not those that the build wrote`
      expect((await check('--key', key)).err.includes(said)).toBe(!isHonest)
      await build('--title', lists)
    }
  })

  test('without --sign the signature goes', async () => {
    await runMain(['build', harbour, '--out', site])
    const files = await readFolder(site)
    expect([...files.keys()].filter((path) => /minisig|KEYS/.test(path))).toEqual([])
    expect((await check()).code).toBe(0)
  })

  test('A6 with a rotated key passes by the same root key; the former daily key signs no more', async () => {
    await cp(join(keys, 'daily.key'), join(home, 'former.key'))
    await runMain(['keys', keys, '--rotate'])
    await build()
    expect((await check('--key', join(keys, 'root.pub'))).code).toBe(0)
    await cp(join(home, 'former.key'), join(keys, 'daily.key'))
    expect(await build()).toMatchObject({ code: 1, err: expect.stringContaining('does not name') })
  })
})

test('A15 no private key enters a site, a cache, a report or what is printed', async () => {
  const report = join(home, 'report.json')
  const said = [await build('--report', report), await check(), await build('--title', 'Other')]
  const printed = said.map(({ out, err }) => out + err).join('\n')
  const everything = [
    printed,
    await readFile(report, 'latin1'),
    ...(await readFolder(site)).values(),
    ...(await readFolder(`${site}.cache`)).values(),
  ]
  for (const name of ['root.key', 'daily.key']) {
    const line = (await readFile(join(keys, name), 'utf8')).split('\n')[1] ?? ''
    const seed = Buffer.from(line, 'base64').subarray(62, 94)
    const forms = [
      line,
      seed.toString('latin1'),
      seed.toString('hex'),
      seed.toString('base64').slice(0, 40),
      seed.toString('base64url').slice(0, 40),
    ]
    for (const form of forms) {
      expect(everything.filter((text) => text.includes(form))).toEqual([])
    }
  }
})

test('A15 a key inside the site or the posts is refused', async () => {
  for (const place of [site, harbour]) {
    for (const name of ['daily.key', 'KEYS', 'KEYS.minisig']) {
      await cp(join(keys, name), join(place, name))
    }
    const said = await runMain([
      'build',
      harbour,
      '--out',
      site,
      '--sign',
      join(place, 'daily.key'),
    ])
    expect(said).toMatchObject({ code: 1, err: expect.stringContaining('no private key may lie') })
  }
})

test.each([
  ['no key at all', 'hello'],
  [
    'a public key',
    'untrusted comment: minisign public key\nRWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3\n',
  ],
])('%s is refused in words that repeat nothing of it', async (_, text) => {
  await writeFile(join(keys, 'daily.key'), text)
  const { code, err } = await build()
  expect([code, err]).toEqual([1, expect.stringContaining('is no secret key of minisign')])
  expect(err).not.toContain(text.trim().slice(-20))
})
