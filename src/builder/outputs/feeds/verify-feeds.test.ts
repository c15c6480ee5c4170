import { appendFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { feedPath } from '#core/address/feed-path.ts'
import { makePostText } from '#testing/make-post.ts'
import { buildTestSite } from '#builder/testing/build-test-site.ts'
import { resealSite } from '#builder/testing/reseal-site.ts'
import { markerPath } from '#builder/site/write/generations.ts'
import { verifySite } from '#builder/commands/check/verify-site.ts'

const tag = { facet: 'tag', value: 'sea' } as const
const edit = async (path: string, from: string | RegExp, to: string) =>
  writeFile(path, (await readFile(path, 'utf8')).replace(from, to))

test.each([
  ['nothing', async () => {}, []],
  [
    'a truncated feed',
    (out: string) => edit(join(out, feedPath('rss')), '</rss>', ''),
    [/^feeds\/rss\.xml: .*unclosed tag: rss/],
  ],
  [
    'a feed with a character that XML forbids',
    (out: string) => appendFile(join(out, feedPath('atom', tag)), '\u0000'),
    [/^feeds\/tag\/.*atom\.xml: .*disallowed character/],
  ],
  [
    'a JSON Feed without entries',
    (out: string) => edit(join(out, feedPath('json')), '"items"', '"posts"'),
    [/^feeds\/feed\.json: it is not a JSON Feed 1\.1/],
  ],
  [
    'an OPML list that names another feed',
    (out: string) => edit(join(out, 'feeds/feeds.opml'), /feeds\/tag\/sea-/, 'feeds/tag/other-'),
    [/^feeds\/feeds\.opml: it does not list feeds\/tag\/sea-/, /there is no feeds\/tag\/other-/],
  ],
  [
    'a sitemap with a dead link',
    (out: string) => edit(join(out, 'sitemap.xml'), 'posts/2020', 'posts/2021'),
    [/^sitemap\.xml: there is no posts\/2021-03-09-[a-z2-7]{8}\/index\.html/],
  ],
  [
    'a manifest that denies the feeds',
    (out: string) => edit(join(out, 'manifest.json'), /"feeds":\{[^}]*\},/, ''),
    [/^manifest\.json: is not the copy of one/, /^manifest: it says that there are no feeds/],
  ],
  [
    'a feed that is missing from the record of the build',
    (out: string) => edit(join(out, markerPath), `"${feedPath('atom', tag)}",`, ''),
    [
      /^feeds\/feeds\.opml: there is no feeds\/tag\/sea-/,
      /^feeds\/tag\/sea-.*: no build of this site wrote it$/,
    ],
  ],
])('verifying a site finds %s', async (_, damage, expected) => {
  const { out } = await buildTestSite({
    posts: { 'harbour/_posts/2020-03-09-a.md': makePostText({ tags: ['sea'] }) },
    origin: 'https://archive.example',
    search: false,
  })
  await damage(out)
  await resealSite(out)
  const { faults } = await verifySite(out)
  expect(faults).toEqual(expected.map((pattern) => expect.stringMatching(pattern)))
})
