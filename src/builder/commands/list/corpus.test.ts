import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findCorpus, makeFolder } from '#testing/make-archive.ts'
import { discoverPosts } from '#builder/read/discover/discover-posts.ts'
import { buildTestSite } from '#builder/testing/build-test-site.ts'
import { findEpubFaults, hasEpubCheck, openEpub } from '#builder/testing/check-epub.ts'
import { runMain } from '#builder/testing/run-main.ts'
import { findXmlFault, listXmlValues } from '#builder/ground/text/check-xml.ts'

const corpus = findCorpus()

/** Copies posts that are spread over the corpus into folders of their own; returns the folders. */
async function drawPosts(from: string, count: number): Promise<string[]> {
  const { files } = await discoverPosts([from])
  const folder = await makeFolder()
  const collections = new Set<string>()
  for (let at = 0; at < count; at++) {
    const post = files[Math.floor(((at + 0.5) * files.length) / count)]
    if (post === undefined) continue
    const path = relative(from, post.path)
    collections.add(path.split('/')[0] ?? basename(from))
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await copyFile(post.path, join(folder, path))
  }
  return [...collections].map((name) => join(folder, name))
}

const books = new Map<number, Buffer>()

/** Path of a book of some real posts, which is made once. They keep no pictures: `list-book.test.ts` has a book with them and one without. */
async function writeBookOf(count: number): Promise<string> {
  const book = books.get(count) ?? (await makeBookOf(count))
  books.set(count, book)
  const path = join(await makeFolder(), 'book.epub')
  await writeFile(path, book)
  return path
}

async function makeBookOf(count: number): Promise<Buffer> {
  const folders = await drawPosts(corpus ?? '', count)
  const { out } = await buildTestSite({ folders, pages: 'none', search: false })
  const path = join(await makeFolder(), 'book.epub')
  const { code } = await runMain(['list', out, '--format', 'epub', '--out', path])
  expect(code).toBe(0)
  return readFile(path)
}

const counts = [1, 50, 500]

describe.skipIf(corpus === undefined)('a book of real posts', () => {
  test.each(counts)(
    'A17 is well-formed, and asks for nothing outside: %i of them',
    async (count) => {
      for (const [name, text] of await openEpub(await writeBookOf(count))) {
        if (!name.endsWith('.xhtml')) continue
        expect([name, findXmlFault(text)]).toEqual([name, undefined])
        const sources = listXmlValues(text, 'img', 'src')
        expect(sources.filter((source) => !source.startsWith('../images/'))).toEqual([])
      }
    },
  )

  test.skipIf(!hasEpubCheck).each(counts)(
    'A17 is valid for EPUBCheck: %i of them',
    async (count) => {
      expect(await findEpubFaults(await writeBookOf(count))).toEqual([])
    },
  )
})
