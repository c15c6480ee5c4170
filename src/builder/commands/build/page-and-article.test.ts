import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseBodyPack } from '#contract/body-pack.ts'
import { dataPath } from '#contract/file-names.ts'
import { parseTimelineShard } from '#contract/timeline-shard.ts'
import { toWholePage } from '#core/html/whole-page.ts'
import { makePostText } from '#testing/make-post.ts'
import { buildTestSite } from '#builder/testing/build-test-site.ts'
import { verifySite } from '../check/verify-site.ts'

async function readJson(out: string, path: string): Promise<unknown> {
  return JSON.parse(await readFile(join(out, path), 'utf8'))
}

test('keeps the chrome around an article, and its metadata, apart from the article', async () => {
  const body =
    '<article class="hentry tag-sea-wall tag-tide category-news"><p class="byline">By Ada Lee</p>' +
    '<p>The ferry left.</p><div class="sharedaddy">Share <b>this</b></div></article>'
  const { out, manifest } = await buildTestSite({
    posts: { 'harbour/_posts/2020-03-09-x.md': makePostText({ tags: ['tide'], body }) },
  })
  const shardPath = dataPath('timeline', manifest.timeline.tail[0] ?? manifest.report)
  const { rows, packs } = parseTimelineShard(await readJson(out, shardPath))
  expect(rows[0]).toMatchObject({ author: 'Harbour Gazette', tags: ['tide'] })
  const packPath = dataPath('bodies', packs[0]?.pack ?? manifest.report)
  const { bodies } = parseBodyPack(await readJson(out, packPath))
  const { parts = [], page = [], derived } = bodies[0] ?? {}
  expect(derived).toEqual({ author: 'Ada Lee', tags: ['sea-wall'], categories: ['news'] })
  expect(parts.join('')).not.toContain('Share')
  expect(toWholePage(parts, page).join('')).toContain('Share <b>this</b>')
  const tags = manifest.facets.find(({ facet }) => facet === 'tag')?.top
  expect(tags).toEqual([
    { value: 'sea-wall', count: 1, derived: true },
    { value: 'tide', count: 1 },
  ])
  expect(await verifySite(out)).toMatchObject({ faults: [] })
})
