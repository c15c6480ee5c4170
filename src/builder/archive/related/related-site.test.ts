import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseBodyPack, type ArticleBody } from '#contract/body-pack.ts'
import { dataPath } from '#contract/file-names.ts'
import { parseTopics } from '#contract/topics-file.ts'
import { makeFolder, readFolder } from '#testing/make-archive.ts'
import { makePostText } from '#testing/make-post.ts'
import { buildTestSite } from '#builder/testing/build-test-site.ts'

const names = ['乌石角灯塔', '陈阿海', '白帆号', '林潮生', '北礁村', '黑尾鸥']

const signs = Array.from(
  '天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜金生丽水玉出昆冈剑号巨阙珠称夜光果珍李柰',
)

interface Made {
  about: readonly number[]
  month: number
  host: number
}

const own = (from: number) => signs.slice(from, from + 7).join('')

/** Files of posts that are about some of the names, twice each. */
function makeFiles(posts: readonly Made[]): Record<string, string> {
  return Object.fromEntries(
    posts.map(({ about, month, host }, at) => {
      const day = `2021-${String(month + 1).padStart(2, '0')}-${String((at % 28) + 1).padStart(2, '0')}`
      // Sentences of their own, so that none recurs.
      const said = about.map((name, of) => {
        const start = (at * 11 + of * 5) % 50
        return `${own(start)}${names[name]}${own(start + 9)}。${own(start + 3)}${names[name]}${own(start + 13)}。${own(start + 6)}${names[name]}${own(start + 17)}。`
      })
      return [
        `harbour/_posts/${day}-post-${at}.md`,
        makePostText({
          title: `第${at}封信`,
          date: `${day}T10:15:00.000Z`,
          from: `https://source-${host}.example/${at}`,
          body: `<p>${said.join('</p><p>')}</p>`,
        }),
      ]
    }),
  )
}

async function readBodies(out: string): Promise<ArticleBody[]> {
  const files = await readFolder(out)
  const packs = [...files].filter(([path]) => path.startsWith('data/bodies/'))
  return packs.flatMap(([, text]) => {
    const json: unknown = JSON.parse(Buffer.from(text, 'latin1').toString())
    return parseBodyPack(json).bodies
  })
}

const apart = Array.from({ length: 48 }, (_, at) => ({
  about: at < names.length ? [at] : [],
  month: (at * 2) % 12,
  host: at % 6,
}))
const event = Array.from({ length: 6 }, (_, at) => ({ about: [0, 1], month: 1, host: at % 6 }))

test('a site holds related posts in its packs and pages, and the terms of a month', async () => {
  const { out, manifest } = await buildTestSite({ posts: makeFiles([...apart, ...event]) })
  const bodies = await readBodies(out)
  const related = bodies.filter((body) => body.related !== undefined)
  expect(related.length).toBeGreaterThanOrEqual(4)
  const first = related.find(({ file }) => file.includes('2021-02'))
  const page = await readFile(join(out, 'posts', first?.id ?? '', 'index.html'), 'utf8')
  for (const { id, title } of first?.related ?? []) {
    expect(page).toContain(`href="/posts/${id}"`)
    expect(page).toContain(title)
  }
  if (manifest.topics === undefined) throw new Error('no topics')
  const text = await readFile(join(out, dataPath('topics', manifest.topics)), 'utf8')
  const { months } = parseTopics(JSON.parse(text))
  const february = months.find(({ month }) => month === '2021-02')
  expect(february?.terms).toContainEqual({ term: '乌石角灯塔', posts: 6 })
})

test('a build on top of others gives the bytes of a fresh one', async () => {
  const post = fc.record({
    about: fc.uniqueArray(fc.nat(names.length - 1), { maxLength: 3 }),
    month: fc.nat(11),
    host: fc.nat(2),
  })
  const posts = fc.array(post, { minLength: 4, maxLength: 10 })
  await fc.assert(
    fc.asyncProperty(posts, fc.nat(2), async (made, less) => {
      const all = makeFiles(made)
      const some = Object.fromEntries(Object.entries(all).slice(0, -1 - less))
      const home = await makeFolder(some)
      const site = { folders: [join(home, 'harbour')], out: join(await makeFolder(), 'site') }
      await buildTestSite(site)
      for (const [path, text] of Object.entries(all)) await writeFile(join(home, path), text)
      const added = await buildTestSite(site)
      const fresh = await buildTestSite({ posts: all })
      expect(added.manifest).toEqual(fresh.manifest)
      expect(await readBodies(site.out)).toEqual(
        expect.arrayContaining(await readBodies(fresh.out)),
      )
      const changed = { ...all, ...makeFiles(made.map((each) => ({ ...each, about: [2, 3] }))) }
      for (const [path, text] of Object.entries(changed)) await writeFile(join(home, path), text)
      const altered = await buildTestSite(site)
      expect(altered.manifest).toEqual((await buildTestSite({ posts: changed })).manifest)
      for (const [path, text] of Object.entries(some)) await writeFile(join(home, path), text)
      for (const path of Object.keys(all)) if (!(path in some)) await rm(join(home, path))
      const removed = await buildTestSite(site)
      expect(removed.manifest).toEqual((await buildTestSite({ posts: some })).manifest)
    }),
    { numRuns: 5 },
  )
})
