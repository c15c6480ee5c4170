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

/** Builds the examples around the reader's real page. */
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

// What is taste, or how React writes; all other rules of `recommended` hold.
const styleRules = {
  // HTML does not tell cases of attributes apart, nor one way of writing a void element or an empty attribute from another.
  'attr-case': 'off',
  'attribute-boolean-style': 'off',
  'attribute-empty-style': 'off',
  'void-style': 'off',
  'doctype-style': 'off',
  // A long title of a post is its title.
  'long-title': 'off',
  // Spaces at the ends of lines stand in the posts' own texts.
  'no-trailing-whitespace': 'off',
  // Scripts and styles lie on the same host as the page, and the hash of their bytes is their name.
  'require-sri': 'off',
  // A list of facts about an article has a name that is read aloud.
  'aria-label-misuse': ['error', { allowAnyNamable: true }],
} satisfies ConfigData['rules']

/** Faults of HTML, one sentence each. */
async function findFaults(html: string): Promise<string[]> {
  const validator = new HtmlValidate({ extends: ['html-validate:recommended'], rules: styleRules })
  const { results } = await validator.validateString(html)
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line }) => `${line} ${ruleId}: ${message}`),
  )
}

describe('a site of the examples', () => {
  test('is reached to its last page by plain links, none of them dead, and is valid HTML', async () => {
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

  test('posts without a page of their own lead to their originals, and say so', async () => {
    const { out, files } = await buildExamples({ latest: 10 })
    const { pages, dead } = crawlSite(out, '/sub/')
    expect(dead).toEqual([])
    const posts = listPages(files.keys(), 'posts/')
    expect(posts).toHaveLength(10)
    for (const path of posts) expect(pages).toContain(path)
    expect(files.get('index.html')).toContain('opens the original')
  })

  test('without pages of posts there are no lists, only the newest rows', async () => {
    const { out, files } = await buildExamples('none')
    expect(listPages(files.keys(), 'browse/')).toEqual([])
    expect(files.get('index.html')).toContain('opens the original')
    expect(crawlSite(out, '/sub/')).toEqual({ pages: new Set(['index.html']), dead: [] })
  })
})

const toDayOfPost = (number: number) => `2020-01-${String((number % 28) + 1).padStart(2, '0')}`

/** A post of the long archive, by the path of its file. */
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
