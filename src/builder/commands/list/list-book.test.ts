import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { makeFolder } from '#testing/make-archive.ts'
import { makePostText } from '#testing/make-post.ts'
import { ZipFile } from '#shape/book/zip-file.ts'
import { TooLargeError } from '#shape/too-large-error.ts'
import { buildTestSite } from '#builder/testing/build-test-site.ts'
import { findEpubFaults, hasEpubCheck, openEpub } from '#builder/testing/check-epub.ts'
import { keepTestPictures } from '#builder/testing/keep-test-pictures.ts'
import { makePicture, sampleNames } from '#builder/testing/make-pictures.ts'
import { runMain } from '#builder/testing/run-main.ts'
import { findXmlFault, listXmlValues } from '#builder/ground/text/check-xml.ts'

const pictures = Object.fromEntries(
  sampleNames.map((name) => [`https://img.example/${name}`, makePicture(name)]),
)
const posts = {
  'harbour/_posts/2020-01-01-a.md': makePostText({
    title: 'A lamp & a <wall>',
    date: '2020-01-01T23:30:00.000Z',
    author: 'Mei Lin',
    from: 'https://example.org/a',
    body:
      '<p id="top">See <a href="https://example.org/b">the ferry</a>, <a href="https://example.org/c">no post</a>.</p>' +
      Object.keys(pictures)
        .map((url) => `<p>${url} <img src="${url}" alt="as ${url}"></p>`)
        .join('') +
      '<img src="https://img.example/none" alt="not kept">' +
      '<p id="title">The <a href="#title">wall</a>.</p>',
  }),
  'harbour/_posts/2020-01-02-b.md': makePostText({
    title: '渡輪',
    date: '2020-01-02T08:00:00.000Z',
    from: 'https://example.org/b',
    body: `<p>渡輪九點離開碼頭，天氣冷的時候晚一點。這是一篇關於渡輪的文章，說的是海港與燈塔。</p><video src="https://example.org/v.mp4"></video>`,
  }),
  'harbour/_posts/undated.md': makePostText({
    title: 'Undated',
    date: null,
    from: null,
    body: '<p>Nobody knows when this was written.</p>',
  }),
}

/** The posts with their pictures beside them. */
async function makeSources(): Promise<string> {
  const sources = join(await makeFolder(posts), 'harbour')
  await keepTestPictures(sources, pictures)
  return sources
}

async function build(): Promise<string> {
  const folders = [await makeSources()]
  return (await buildTestSite({ folders, origin: 'https://archive.example' })).out
}

/** Writes books of one site; returns what was said, and where the books are. */
async function writeBooks(...lists: string[][]) {
  const site = await build()
  const written = []
  for (const argv of lists) {
    const path = join(await makeFolder(), 'list.epub')
    const said = await runMain(['list', site, ...argv, '--format', 'epub', '--out', path])
    written.push({ path, ...said, files: await openEpub(path) })
  }
  return written
}

async function writeListBook(...argv: string[]) {
  const [book] = await writeBooks(argv)
  if (book === undefined) throw new Error('no book')
  return book
}

describe('a book of a list', () => {
  test('has a chapter a post in the order of the list, and contents by day', async () => {
    const { path, err, files } = await writeListBook('--order', 'oldest')
    expect(err).toBe(`3 posts and ${sampleNames.length} pictures written to ${path}`)
    const nav = files.get('EPUB/nav.xhtml') ?? ''
    expect(listXmlValues(nav, 'span')).toEqual([
      'Without a date',
      'Wednesday, 1 January 2020',
      'Thursday, 2 January 2020',
    ])
    expect(listXmlValues(nav, 'a')).toEqual(['Undated', 'A lamp & a <wall>', '渡輪'])
    expect(listXmlValues(nav, 'a', 'href')).toEqual(
      [1, 2, 3].map((at) => `chapters/c000${at}.xhtml`),
    )
    const spine = listXmlValues(files.get('EPUB/package.opf') ?? '', 'itemref', 'idref')
    expect(spine).toEqual(['nav', 'c0001', 'c0002', 'c0003'])
  })

  test('says both times, who wrote and published a post, and where it stands', async () => {
    const { files } = await writeListBook('lamp')
    const chapter = files.get('EPUB/chapters/c0001.xhtml') ?? ''
    expect(listXmlValues(chapter, 'h1')).toEqual(['A lamp & a <wall>'])
    expect(listXmlValues(chapter, 'time')).toEqual(['2020-01-01 23:30:00 UTC'])
    expect(listXmlValues(chapter, 'dt')).toEqual([
      'Time of publication',
      'Noted by the mirror',
      'By',
      'From',
      'Address of the original',
      'In the archive',
    ])
    const [, noted, ...rest] = listXmlValues(chapter, 'dd')
    expect(noted).toBe('the same instant')
    expect(rest.slice(0, 2)).toEqual(['Mei Lin', 'example.org'])
    expect(listXmlValues(chapter, 'a', 'href').slice(0, 2)).toEqual([
      'https://example.org/a',
      expect.stringMatching(/^https:\/\/archive\.example\/posts\/2020-01-01-[a-z2-7]{8}\/$/),
    ])
  })

  test('says the language of each text, and what it offers to readers who do not see it', async () => {
    const { files } = await writeListBook('--order', 'oldest')
    expect(files.get('EPUB/chapters/c0003.xhtml')).toMatch(
      /<div class="text" lang="zh[\w-]*" xml:lang="zh[\w-]*" dir="ltr">/,
    )
    const facts = listXmlValues(files.get('EPUB/package.opf') ?? '', 'meta')
    expect(facts).toEqual(
      expect.arrayContaining(['textual', 'visual', 'tableOfContents', 'readingOrder', 'unknown']),
    )
  })

  test('leads to chapters where they are in it, else to the archive', async () => {
    const books = await writeBooks(['--order', 'oldest'], ['lamp'])
    const [inside, outside] = books.map(({ files }, at) =>
      listXmlValues(files.get(`EPUB/chapters/c000${2 - at}.xhtml`) ?? '', 'a', 'href').slice(2, 4),
    )
    expect(inside).toEqual(['c0003.xhtml', 'https://example.org/c'])
    expect(outside).toEqual([
      expect.stringMatching(/^https:\/\/archive\.example\/posts\/2020-01-02-/),
      'https://example.org/c',
    ])
  })

  test('A17 has no id twice, whatever an article calls its places', async () => {
    const { files } = await writeListBook('lamp')
    const chapter = files.get('EPUB/chapters/c0001.xhtml') ?? ''
    const ids = [...chapter.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
    expect(ids).toEqual(['c0001', 'c0001-title', 'c0001-a-title'])
  })

  test('A17 holds kept pictures and links to all others', async () => {
    const books = await writeBooks(['lamp'], ['lamp', '--pictures', 'none'])
    const [kept = new Map<string, string>(), none = kept] = books.map(({ files }) => files)
    const [withThem, without] = [kept, none].map((files) => files.get('EPUB/chapters/c0001.xhtml'))
    const sources = listXmlValues(withThem ?? '', 'img', 'src')
    expect(sources).toHaveLength(sampleNames.length)
    expect(sources.every((source) => kept.has(`EPUB/${source.slice(3)}`))).toBe(true)
    expect(withThem).toContain('>[not kept]</a>')
    expect(listXmlValues(without ?? '', 'img', 'src')).toEqual([])
    expect([...none.keys()].filter((name) => name.includes('image'))).toEqual([])
  })

  test('has the same bytes each time', async () => {
    const [one, two] = await writeBooks([], [])
    expect(await readFile(one?.path ?? '')).toEqual(await readFile(two?.path ?? ''))
  })

  test('A17 is well-formed XML', async () => {
    const { files } = await writeListBook()
    const written = [...files].filter(([name]) => /\.(?:xhtml|opf|xml)$/.test(name))
    expect(written).toHaveLength(6)
    expect(written.map(([, text]) => findXmlFault(text)).filter(Boolean)).toEqual([])
  })
})

describe('says so', () => {
  test.each([
    ['without a file', ['--format', 'epub'], /A book is no text\. Give a file with --out/],
    [
      'when nothing matches',
      ['"nothing such"', '--format', 'epub', '--out', 'none.epub'],
      /No post matches/,
    ],
  ])('%s', async (_, argv, sentence) => {
    const { code, err } = await runMain(['list', await build(), ...argv])
    expect([code, err]).toEqual([1, expect.stringMatching(sentence)])
  })

  test('when the book is larger than its form allows', async () => {
    const end = vi.spyOn(ZipFile.prototype, 'end').mockImplementationOnce(() => {
      throw new TooLargeError('as large as that')
    })
    const folder = await makeFolder()
    const argv = ['--format', 'epub', '--out', join(folder, 'large.epub')]
    const { code, err } = await runMain(['list', await build(), ...argv])
    end.mockRestore()
    expect([code, err]).toEqual([
      1,
      expect.stringMatching(/too large: as large as that\. Give a query that fewer posts match/),
    ])
    expect(await readdir(folder)).toEqual([])
  })

  test('when a kept picture is damaged or missing: a link stands for it', async () => {
    const own = await buildTestSite({ folders: [await makeSources()] })
    const images = join(own.out, 'data/images')
    const [first = '', second = ''] = (await readdir(images)).toSorted()
    await writeFile(join(images, first), 'x')
    await rm(join(images, second))
    const path = join(await makeFolder(), 'damaged.epub')
    const { err } = await runMain(['list', own.out, 'lamp', '--format', 'epub', '--out', path])
    expect(err).toContain(`1 post and ${sampleNames.length - 2} pictures written to`)
    expect(err).toContain('2 kept pictures missing or damaged: links stand for them.')
  })
})

// Where EPUBCheck is not installed, these are skipped: `apt-get install epubcheck`.
describe.skipIf(!hasEpubCheck)('EPUBCheck finds no fault', () => {
  test.each([
    ['with pictures', 'keep'],
    ['without pictures', 'none'],
  ])('%s', async (_, choice) => {
    const { path } = await writeListBook('--pictures', choice)
    expect(await findEpubFaults(path)).toEqual([])
  })
})
