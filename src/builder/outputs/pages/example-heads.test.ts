import { fileURLToPath } from 'node:url'
import { JSDOM } from 'jsdom'
import { expect, test } from 'vitest'
import { articleBlockId, parseArticleBlock } from '#contract/article-block.ts'
import { readFolder } from '#testing/make-archive.ts'
import { buildTestSite } from '#builder/testing/build-test-site.ts'

const examples = new URL('../../../../examples/', import.meta.url)
const findBlock = new RegExp(`id="${articleBlockId}">([^<]*)</script>`)
const read = (text: string): Record<string, unknown> => JSON.parse(text)

test('the head of every page of the examples has what previews and search engines ask for', async () => {
  const folders = ['harbour-news', 'tea-notes'].map((name) =>
    fileURLToPath(new URL(name, examples)),
  )
  const { out } = await buildTestSite({ folders, origin: 'https://archive.example', search: false })
  const site = await readFolder(out)
  expect(site.has('card.png')).toBe(true)
  const pages = [...site].filter(([path]) => path.startsWith('posts/'))
  expect(pages.length).toBeGreaterThan(40)
  for (const [path, bytes] of pages) {
    const html = Buffer.from(bytes, 'latin1').toString()
    const { document } = new JSDOM(html.slice(0, html.indexOf('<body>'))).window
    const content = (selector: string) =>
      document.querySelector(`meta[${selector}]`)?.getAttribute('content') ?? ''
    for (const name of ['title', 'description', 'type', 'image', 'url', 'site_name', 'locale']) {
      expect(content(`property="og:${name}"`), `${path} og:${name}`).not.toBe('')
    }
    expect(content('property="og:image"')).toMatch(/^https:\/\//)
    expect(document.querySelector('link[rel=canonical]')?.getAttribute('href')).toMatch(/^https?:/)
    const linked = document.querySelector('script[type="application/ld+json"]')?.textContent ?? ''
    expect(read(linked)['@type']).toMatch(/^(?:NewsArticle|VideoObject)$/)
    const [, block = ''] = findBlock.exec(html) ?? []
    expect(parseArticleBlock(read(block)).summary.id).toBe(path.split('/')[1])
  }
})
