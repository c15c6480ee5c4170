import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { parseMinisig } from '#contract/signing/minisig.ts'
import { parseHead, toHeadText } from '#contract/signing/signed-head.ts'
import { makeFolder, readFolder } from '#testing/make-archive.ts'
import { makePostText } from '#testing/make-post.ts'
import { parseSecretKey, signWith } from '#builder/site/signing/secret-key.ts'
import { makePicture } from '#builder/testing/make-pictures.ts'
import { resealSite } from '#builder/testing/reseal-site.ts'
import { runMain } from '#builder/testing/run-main.ts'

const post = (title: string) => makePostText({ title, from: null })

let home = ''
let [site, keys, harbour] = ['', '', '']

async function build(...flags: string[]) {
  return runMain(['build', harbour, '--out', site, '--sign', join(keys, 'daily.key'), ...flags])
}

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

describe('A5 after a rotation a build has', () => {
  test.each<[string, number, (after: number, before: number) => boolean]>([
    [
      'a higher number, whose former one was a day ahead',
      86_400,
      (after, before) => after === before + 1,
    ],
    [
      'one by the clock where the former was 20 years ahead',
      20 * 365 * 86_400,
      (after, before) => after < before,
    ],
  ])('%s', async (_, ahead, isRight) => {
    const secret = parseSecretKey(await readFile(join(keys, 'daily.key'), 'utf8'), 'daily.key')
    const head = await readHead()
    const sequence = head.sequence + ahead
    const sums = await readFile(join(site, 'SHA256SUMS'))
    const signature = signWith(secret, sums, toHeadText({ ...head, sequence }))
    await writeFile(join(site, 'SHA256SUMS.minisig'), signature)
    await runMain(['keys', keys, '--rotate'])
    expect((await build()).code).toBe(0)
    expect(isRight((await readHead()).sequence, sequence)).toBe(true)
    expect((await check('--key', join(keys, 'root.pub'))).code).toBe(0)
  })
})

test('A6 signs no picture that somebody put into the site in the place of another', async () => {
  const picture = makePicture('png')
  await writeFile(join(harbour, 'pier.png'), picture)
  await writeFile(
    join(harbour, '_posts/2020-01-02-b.md'),
    makePostText({ title: 'Two', body: '<p>a</p><img src="/pier.png">' }),
  )
  await build()
  const files = [...(await readFolder(site)).keys()]
  const path = files.find((one) => one.startsWith('data/images/')) ?? ''
  const swapped = Buffer.from(picture)
  swapped[swapped.length - 20] = 7
  await writeFile(join(site, path), swapped)
  await resealSite(site)
  await rm(`${site}.cache`, { recursive: true })
  expect((await build()).code).toBe(0)
  expect(await readFile(join(site, path))).toEqual(picture)
  expect(await check('--key', join(keys, 'root.pub'))).toMatchObject({ code: 0, err: '' })
})
