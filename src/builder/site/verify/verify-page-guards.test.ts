import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makePostText } from '#testing/make-post.ts'
import { buildTestSite } from '#builder/testing/build-test-site.ts'
import { resealSite } from '#builder/testing/reseal-site.ts'
import { toSource } from '../page/inline-source.ts'
import { BuiltSite } from './built-site.ts'
import { verifyPageGuards } from './verify-page-guards.ts'

const script = 'say("燈塔\u00a0é")'

const toPage = (body: string) =>
  `<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="script-src ${toSource(script)}"></head><body>${body}</body></html>`

test.each([
  ['text in any script', '<p title="à onclick=燈">燈塔\u00a0onclick=à</p>', undefined],
  [
    'a script that its policy allows by the hash of its UTF-8',
    `<script>${script}</script>`,
    undefined,
  ],
  ['another script', `<p>燈</p><script>${script}à</script>`, 'it holds an inline script'],
  ['a handler', '<p>燈\u00a0</p><p title="à" onclick="燈">', 'it holds an inline handler'],
  ['a frame', '<p>燈à\u00a0</p><iframe src="à">', 'it holds <iframe>'],
])('tells whether a page is safe that holds %s', async (_, body, fault) => {
  const { out } = await buildTestSite({
    posts: { 'harbour/_posts/2020-01-01-a.md': makePostText({ from: null }) },
    search: false,
  })
  await writeFile(join(out, 'about/index.html'), toPage(body))
  await resealSite(out)
  const site = await BuiltSite.open(out)
  const faults = await verifyPageGuards(site, (path) => path.startsWith('about/'))
  expect(faults).toEqual(fault === undefined ? [] : [`about/index.html: ${fault}`])
  expect(site.changed).toEqual([])
})
