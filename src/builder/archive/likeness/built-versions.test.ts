import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseBodyPack } from '#contract/body-pack.ts'
import { dataPath } from '#contract/file-names.ts'
import { parseTimelineShard } from '#contract/timeline-shard.ts'
import { makeFolder } from '#testing/make-archive.ts'
import { makePostText } from '#testing/make-post.ts'
import { buildTestSite } from '#builder/testing/build-test-site.ts'
import { verifySite } from '#builder/commands/check/verify-site.ts'

/** Bodies of the newest posts of a site, parsed as the reader parses them. */
async function readBodies({ out, manifest }: Awaited<ReturnType<typeof buildTestSite>>) {
  const read = async (path: string): Promise<unknown> =>
    JSON.parse(await readFile(join(out, path), 'utf8'))
  const shard = dataPath('timeline', manifest.timeline.tail[0] ?? manifest.report)
  const { packs } = parseTimelineShard(await read(shard))
  const pack = dataPath('bodies', packs[0]?.pack ?? manifest.report)
  return parseBodyPack(await read(pack)).bodies
}

test('decodes a source URL that was encoded twice, and keeps it as it was written', async () => {
  const from = 'https://example.org/%25E9%25A6%2599'
  const posts = { 'harbour/_posts/2020-03-09-x.md': makePostText({ title: 'x', from }) }
  const [body] = await readBodies(await buildTestSite({ posts }))
  expect(body).toMatchObject({
    sourceUrl: 'https://example.org/%E9%A6%99',
    writtenUrl: from,
  })
})

const lines = Array.from({ length: 90 }, (_, at) => `In year ${1900 + at} ${at * 37} ships came.`)

function makeLog(day: string, from: string, last: string): string {
  return makePostText({
    title: 'The log of the keeper',
    date: `${day}T10:15:00.000Z`,
    from,
    body: `<p>${[...lines, last].join('</p><p>')}</p>`,
  })
}

test('near-duplicate texts are versions, also when one of them is added later', async () => {
  const one = {
    'harbour/_posts/2020-03-09-log.md': makeLog('2020-03-09', 'https://a.example/1', 'One.'),
  }
  const later = 'harbour/_posts/2020-03-10-log.md'
  const two = { ...one, [later]: makeLog('2020-03-10', 'https://b.example/2', 'Two.') }
  const home = await makeFolder(one)
  const site = { folders: [join(home, 'harbour')], out: join(await makeFolder(), 'site') }
  expect((await buildTestSite(site)).report.versions).toBe(0)
  await writeFile(join(home, later), two[later] ?? '')
  const built = await buildTestSite(site)
  expect(built.report).toMatchObject({ posts: 1, versions: 1, versionsBy: { name: 0, text: 1 } })
  expect(built.manifest).toEqual((await buildTestSite({ posts: two })).manifest)
  const hosts = (await readBodies(built))[0]?.versions?.map(({ sourceHost }) => sourceHost)
  expect(hosts).toEqual(['b.example', 'a.example'])
  expect((await verifySite(site.out)).faults).toEqual([])
})

test('translations in folders of languages are posts of their own, found by their former ids too', async () => {
  const posts = Object.fromEntries(
    ['en', 'fr', 'vi'].map((language, at) => [
      `harbour/${language}/_posts/2020-03-09-log.md`,
      makePostText({ title: language, date: `2020-03-0${at + 1}T10:15:00.000Z`, body: '<p>x</p>' }),
    ]),
  )
  posts['harbour/_config.yml'] = 'title: Harbour'
  const site = await buildTestSite({ posts })
  const { out, manifest, report } = site
  expect(report).toMatchObject({ posts: 3, versions: 0 })
  const [hash = manifest.report] = manifest.timeline.tail
  const text = await readFile(join(out, dataPath('timeline', hash)), 'utf8')
  const { rows } = parseTimelineShard(JSON.parse(text))
  const ids = rows.flatMap(({ id, formerId }) => [id, formerId])
  expect(rows.map(({ language }) => language)).toEqual(['en', 'fr', 'vi'])
  expect(new Set(ids).size).toBe(6)
  const bodies = await readBodies(site)
  expect(bodies[0]?.translations).toEqual([
    { id: ids[2], language: 'fr', title: 'fr' },
    { id: ids[4], language: 'vi', title: 'vi' },
  ])
  expect((await verifySite(out)).faults).toEqual([])
})
