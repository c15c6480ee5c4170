import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { parseBodyPack, type ArticleBody } from '#contract/body-pack.ts'
import { hashDataFile } from '#contract/data-hash.ts'
import { dataPath, manifestPath, type DataKind, type FileHash } from '#contract/file-names.ts'
import { parseManifest, type Manifest } from '#contract/manifest.ts'
import { toPackBytes } from '#contract/pack-file.ts'
import { parseTimelineShard } from '#contract/timeline-shard.ts'
import { parseTopics } from '#contract/topics-file.ts'
import { sha256 } from '#builder/ground/sha256.ts'
import { verifySite } from '#builder/commands/check/verify-site.ts'
import { buildTestSite } from '#builder/testing/build-test-site.ts'
import { resealSite } from '#builder/testing/reseal-site.ts'
import { makePostText } from '#testing/make-post.ts'

const signs = Array.from(
  '天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜',
)

/** Posts of which those of one month are about the same lighthouse. */
const posts = Object.fromEntries(
  Array.from({ length: 60 }, (_, at) => {
    const isEvent = at >= 54
    const own = signs.slice(at % 34, (at % 34) + 6).join('')
    const name = isEvent ? '乌石角灯塔' : own
    const day = isEvent ? `2021-02-${at - 44}` : `2020-${String((at % 12) + 1).padStart(2, '0')}-05`
    return [
      `harbour/_posts/${day}-${at}.md`,
      makePostText({
        title: `${own}之事`,
        date: `${day}T10:15:00.000Z`,
        from: `https://source-${at % 6}.example/${at}`,
        body: `<p>${own}${name}${at}。${name}在${own}。看${name}${own}。</p>`,
      }),
    ]
  }),
)

let out = ''
let built: Manifest

beforeEach(async () => {
  ;({ out } = await buildTestSite({ posts }))
  built = parseManifest(JSON.parse(await readFile(join(out, manifestPath), 'utf8')))
})

async function readData(kind: DataKind, hash: string): Promise<unknown> {
  return JSON.parse(await readFile(join(out, dataPath(kind, hash as FileHash)), 'utf8'))
}

/** Writes a file under its hash, as a faulty build would. */
async function writeData(kind: DataKind, value: unknown) {
  return writeBytes(kind, Buffer.from(JSON.stringify(value)))
}

async function writeBytes(kind: DataKind, bytes: Uint8Array) {
  const hash = await hashDataFile(kind, bytes, sha256)
  if (hash === undefined) throw new Error(`not a file of ${kind}`)
  await writeFile(join(out, dataPath(kind, hash)), bytes)
  return hash
}

async function verifyWith(manifest: Manifest): Promise<string[]> {
  const path = join(out, manifestPath)
  const before = await readFile(path)
  await writeFile(path, JSON.stringify(manifest))
  await resealSite(out)
  const { faults } = await verifySite(out)
  await writeFile(path, before)
  // The record of the build still names the manifest that it wrote.
  return faults.filter((fault) => !fault.includes('is not the copy of'))
}

test('has no fault as built', async () => {
  expect(await verifyWith(built)).toEqual([])
})

type Months = { month: string; terms: { term: string; posts: number }[] }[]

test.each<[string, (months: Months) => unknown, string]>([
  ['that are no list', () => ({}), 'topics'],
  [
    'with a month that does not exist',
    (m) => m.map((each) => ({ ...each, month: '2021-13' })),
    'topics',
  ],
  ['out of order', (m) => [...m, ...m], 'out of order'],
  [
    'with a term in more posts than there are',
    (m) => m.map((each) => ({ ...each, terms: [{ term: 'x', posts: 999 }] })),
    'more posts than the month has',
  ],
  [
    'with a term twice',
    (m) => m.map((each) => ({ ...each, terms: [each.terms[0], each.terms[0]] })),
    'has a term twice',
  ],
  [
    'with a count that is a text',
    (m) => m.map((each) => ({ ...each, terms: [{ term: 'x', posts: '3' }] })),
    'topics',
  ],
])('refuses terms of months %s', async (_, change, fault) => {
  if (built.topics === undefined) throw new Error('the site has no terms of months')
  const { months } = parseTopics(await readData('topics', built.topics))
  const topics = await writeData('topics', { months: change(months) })
  expect(await verifyWith({ ...built, topics })).toContainEqual(expect.stringContaining(fault))
})

type Related = NonNullable<ArticleBody['related']>

test.each<[string, (list: Related, own: string) => unknown, string]>([
  [
    'of a post that is not there',
    (list) => [{ ...list[0], id: '2021-02-14-aaaaaaaa' }],
    'no current post',
  ],
  ['of the post itself', (list, own) => [{ ...list[0], id: own }], 'related to itself'],
  ['of a post twice', (list) => [list[0], list[0]], 'comes twice'],
  ['of more than six', (list) => Array.from({ length: 7 }, () => list[0]), 'bodies'],
  ['that is no list', () => ({}), 'bodies'],
  ['with terms that are no texts', (list) => [{ ...list[0], terms: [1] }], 'bodies'],
])('refuses a list of related posts %s', async (_, change, fault) => {
  const [shardHash, ...others] = built.timeline.tail
  if (shardHash === undefined) throw new Error('the site has no rows')
  const shard = parseTimelineShard(await readData('timeline', shardHash))
  const packs = await Promise.all(
    shard.packs.map(async ({ pack: hash, ...place }) => {
      const pack = parseBodyPack(await readData('bodies', hash))
      const bodies = pack.bodies.map((body) => {
        const { related, id } = body
        const changed = related === undefined ? body : { ...body, related: change(related, id) }
        return Buffer.from(JSON.stringify(changed))
      })
      return { ...place, pack: await writeBytes('bodies', toPackBytes({ ...pack, bodies })) }
    }),
  )
  const changed = await writeData('timeline', { ...shard, packs })
  const timeline = { ...built.timeline, tail: [changed, ...others] }
  expect(await verifyWith({ ...built, timeline })).toContainEqual(expect.stringContaining(fault))
})
