import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { HtmlValidate, type ConfigData } from 'html-validate'
import { describe, expect, test } from 'vitest'
import { readFolder } from '#testing/make-archive.ts'
import { makePostText } from '#testing/make-post.ts'
import type { PageChoice } from '#builder/site/plan/build-options.ts'
import { buildTestSite } from '#builder/testing/build-test-site.ts'
import { crawlSite } from '#builder/testing/crawl-site.ts'
import { makeReaderApp } from '#builder/testing/make-reader-app.ts'

const root = fileURLToPath(new URL('../../../../', import.meta.url))
const examples = ['harbour-news', 'tea-notes'].map((name) => join(root, 'examples', name))

/** Builds the examples with the reader's real HTML template. */
async function buildExamples(pages: PageChoice) {
  const template = await readFile(join(root, 'index.html'), 'utf8')
  const readerApp = { ...makeReaderApp(), template }
  const { out } = await buildTestSite({
    folders: examples,
    base: '/sub/',
    pages,
    origin: 'https://archive.example',
    tools: { openReaderApp: () => Promise.resolve(readerApp) },
  })
  return { out, files: await readFolder(out) }
}

const listPages = (files: Iterable<string>, folder: string) =>
  [...files].filter((path) => path.startsWith(folder) && path.endsWith('.html'))

// Rules of taste, and what React does its own way, are off; all other rules of `recommended` are on.
const styleRules = {
  // To HTML the case of attributes and the spelling of void elements and empty attributes make no difference.
  'attr-case': 'off',
  'attribute-boolean-style': 'off',
  'attribute-empty-style': 'off',
  'void-style': 'off',
  'doctype-style': 'off',
  // Posts may have long titles.
  'long-title': 'off',
  // The texts of posts have trailing spaces.
  'no-trailing-whitespace': 'off',
  // Scripts and styles are on the host of the page and are named by their hashes.
  'require-sri': 'off',
  // The facts of an article are a list with a label for screen readers.
  'aria-label-misuse': ['error', { allowAnyNamable: true }],
} satisfies ConfigData['rules']

/** Validates HTML; returns one sentence for each fault. */
async function findFaults(html: string): Promise<string[]> {
  const validator = new HtmlValidate({ extends: ['html-validate:recommended'], rules: styleRules })
  const { results } = await validator.validateString(html)
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line }) => `${line} ${ruleId}: ${message}`),
  )
}

describe('a site of the examples', () => {
  test('has plain links to every page, none of them dead, and is valid HTML', async () => {
    const { out, files } = await buildExamples('all')
    const { pages, dead } = crawlSite(out, '/sub/')
    expect(dead).toEqual([])
    expect(listPages(files.keys(), 'posts/')).toHaveLength(61)
    for (const path of listPages(files.keys(), 'posts/')) expect(pages).toContain(path)
    for (const path of listPages(files.keys(), 'browse/')) expect(pages).toContain(path)
    const faults: string[] = []
    for (const [path, latin1] of files) {
      const isOneOfMany =
        /^browse\/(?:tag|category|author)\/./.test(path) && !/[ab]\/index/.test(path)
      if (!path.endsWith('.html') || isOneOfMany) continue
      const html = Buffer.from(latin1, 'latin1').toString()
      for (const fault of await findFaults(html)) faults.push(`${path}:${fault}`)
    }
    expect(faults).toEqual([])
  })

  test('links posts without a page to their originals, and says so', async () => {
    const { out, files } = await buildExamples({ latest: 10 })
    const { pages, dead } = crawlSite(out, '/sub/')
    expect(dead).toEqual([])
    const posts = listPages(files.keys(), 'posts/')
    expect(posts).toHaveLength(10)
    for (const path of posts) expect(pages).toContain(path)
    expect(files.get('index.html')).toContain('opens the original')
  })

  test('has no lists without pages of posts, only the newest rows', async () => {
    const { out, files } = await buildExamples('none')
    expect(listPages(files.keys(), 'browse/')).toEqual([])
    expect(files.get('index.html')).toContain('opens the original')
    expect(crawlSite(out, '/sub/')).toEqual({ pages: new Set(['index.html']), dead: [] })
  })
})

const toDayOfPost = (number: number) => `2020-01-${String((number % 28) + 1).padStart(2, '0')}`

/** A post of the long archive, with the path of its file. */
const toPost = (number: number): [string, string] => [
  `harbour/_posts/${toDayOfPost(number)}-post-${number}.md`,
  makePostText({
    title: `Post ${number}`,
    date: `${toDayOfPost(number)}T10:15:00.000Z`,
    from: `https://example.org/${number}`,
    tags: ['sea'],
  }),
]

test('a new post changes the newest page of a long list and no other', async () => {
  const archive = Object.fromEntries(Array.from({ length: 160 }, (_, at) => toPost(at)))
  const before = await readFolder((await buildTestSite({ posts: archive })).out)
  const added = { ...archive, 'harbour/_posts/2020-03-01-new.md': toPost(27)[1] }
  const after = await readFolder((await buildTestSite({ posts: added })).out)
  const tagPages = listPages(after.keys(), 'browse/tag/sea-')
  expect(tagPages.map((path) => path.split('/').slice(3).join('/'))).toEqual([
    '1/index.html',
    'index.html',
  ])
  const changed = tagPages.filter((path) => before.get(path) !== after.get(path))
  expect(changed.map((path) => path.split('/').slice(3).join('/'))).toEqual(['index.html'])
})
