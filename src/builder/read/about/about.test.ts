import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { mostAboutCharacters, toAboutText } from './about-text.ts'
import { withAbout } from '../config/read-about.ts'
import { parseWords } from './parse-words.ts'

const read = (text: string) => toAboutText(new TextEncoder().encode(text), 'news/about.md')

describe('a keeper’s words about an archive', () => {
  test.each([
    [
      'front matter is no part of them',
      '---\ntitle: About\n---\nKept since 2014.\n',
      'Kept since 2014.',
    ],
    [
      'a page without front matter counts',
      'Kept since *2014*.\n\nBy **two**.',
      'Kept since 2014.\nBy two.',
    ],
    [
      'markup and scripts are gone',
      '---\n---\n<script>alert(1)</script><p onclick="x">A <b>b</b></p>',
      'A b',
    ],
    ['a heading is a paragraph', '# Who\n\nWe two.', 'Who\nWe two.'],
    ['an empty page says nothing', '---\ntitle: About\n---\n\n', undefined],
    ['nothing says nothing', '', undefined],
  ])('%s', (_, text, expected) => {
    expect(read(text)).toBe(expected)
  })

  test('are cut after 1,200 characters', () => {
    const text = Array.from(read('茶'.repeat(5_000)) ?? '')
    expect(text).toHaveLength(mostAboutCharacters)
    expect(text.at(-1)).toBe('…')
  })
})

describe('the page', () => {
  let home: string
  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'about-'))
  })
  afterEach(() => rm(home, { recursive: true }))
  const empty = { config: { title: 'News' }, problems: [] }
  const put = async (path: string, text: string) => {
    await mkdir(dirname(join(home, path)), { recursive: true })
    await writeFile(join(home, path), text)
  }

  test('may be about.md or about/index.md, the first counts', async () => {
    await put('about/index.md', 'Second.')
    expect((await withAbout(empty, { home, name: 'news' }, parseWords)).config.about).toBe(
      'Second.',
    )
    await put('about.md', 'First.')
    expect(await withAbout(empty, { home, name: 'news' }, parseWords)).toEqual({
      config: { title: 'News', about: 'First.' },
      problems: [],
    })
  })

  test('leaves the settings alone where there is none, or a link leads elsewhere', async () => {
    expect(await withAbout(empty, { home, name: 'news' }, parseWords)).toBe(empty)
    await symlink('/etc/hostname', join(home, 'about.md'))
    expect(await withAbout(empty, { home, name: 'news' }, parseWords)).toBe(empty)
  })

  test('is told as a problem where it is too large', async () => {
    await put('about.md', 'x'.repeat(300_000))
    const { config, problems } = await withAbout(empty, { home, name: 'news' }, parseWords)
    expect(config.about).toBeUndefined()
    expect(problems.map(({ file }) => file)).toEqual(['news/about.md'])
  })
})
