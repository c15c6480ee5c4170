import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makePostText } from '#testing/make-post.ts'
import { discoverPosts } from '../discover/discover-posts.ts'
import { readPost } from './read-post.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'broadsheet-read-'))
})
afterAll(() => rm(folder, { recursive: true }))

function read(fileName: string) {
  const file = `news/${fileName}`
  return readPost({ collection: 'news', path: join(folder, fileName), file, fileName })
}

test('a post comes with the hash of its bytes', async () => {
  await writeFile(join(folder, '2020-03-09-a.md'), makePostText())
  const { post, contentHash, problems } = await read('2020-03-09-a.md')
  expect(post?.slug).toBe('a')
  expect(contentHash).toBe(createHash('sha256').update(makePostText()).digest('hex'))
  expect(problems).toEqual([])
})

describe('B11 B13 an unreadable file yields one error, without its absolute path', () => {
  test.each<[string, (path: string) => Promise<unknown>]>([
    ['gone', async () => {}],
    ['folder', (path) => mkdir(path)],
    ['link', (path) => symlink('/etc/hosts', path)],
    ['pipe', async (path) => execFileSync('sh', ['-c', 'mkfifo "$0"', path])],
    ['huge', (path) => writeFile(path, '').then(() => truncate(path, 33 * 1024 * 1024))],
  ])('B11 %s', async (name, make) => {
    await make(join(folder, `${name}.md`))
    const { post, problems } = await read(`${name}.md`)
    expect(post).toBeUndefined()
    expect(problems).toMatchObject([{ file: `news/${name}.md`, severity: 'error' }])
    expect(JSON.stringify(problems)).not.toContain(folder)
  })
})

/** One file of every kind that yields no post, by name. */
const bad = {
  'no-front-matter.md': '# Hello\n',
  'endless.md': '---\ntitle: x\n',
  'code.md': '---js\nthrow 1\n---\n',
  'prose.md': '---\nno keys at all\n---\n',
  'empty.md': '',
}
const doubtful = {
  'utf16.md': Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(makePostText(), 'utf16le')]),
  'broken-yaml.md': makePostText().replace('The ferry', '\\智'),
  'no-date.md': makePostText({ date: null }),
  'bad-date.md': makePostText({ date: '2020-13-45' }),
  'no-zone.md': makePostText({ date: '2020-03-09 10:15' }),
  'no-title.md': makePostText({ title: null }),
  'script.md': makePostText({ from: 'javascript:alert(1)' }),
  'broken-bytes.md': Buffer.concat([Buffer.from(makePostText()), Buffer.from([0xff])]),
  'alias.md': makePostText({ more: ['a: &a [x]', 'b: [*c, *a]'] }),
}
const good = {
  '2020-03-09-good.md': makePostText(),
  '2020-03-10-bom.md': `\ufeff${makePostText()}`,
}

async function readAll(files: Record<string, string | Uint8Array>, name: string) {
  const root = join(folder, name, 'news')
  await mkdir(join(root, '_posts'), { recursive: true })
  for (const [file, bytes] of Object.entries(files)) {
    await writeFile(join(root, '_posts', file), bytes)
  }
  const found = await discoverPosts([root])
  return Promise.all(found.files.map(async (file) => ({ file, read: await readPost(file) })))
}

describe('B13 a folder with one of every bad file', () => {
  test('B13 accounts for each: a post, or exactly one error', async () => {
    const all = await readAll({ ...bad, ...doubtful, ...good }, 'all')
    expect(all).toHaveLength(Object.keys({ ...bad, ...doubtful, ...good }).length)
    const lost = all.filter(({ read }) => !read.post)
    expect(lost.map(({ file }) => file.fileName)).toEqual(Object.keys(bad).toSorted())
    for (const { read } of lost) {
      expect(read.problems).toHaveLength(1)
      expect(read.problems[0]).toMatchObject({ severity: 'error' })
    }
  })

  test('B13 reports for each doubtful one what was done', async () => {
    const all = await readAll(doubtful, 'doubtful')
    const told = all.map(({ file, read }) => [
      file.fileName,
      read.problems.map(({ field }) => field),
    ])
    expect(told).toEqual([
      ['alias.md', ['b']],
      ['bad-date.md', ['date']],
      ['broken-bytes.md', ['encoding']],
      ['broken-yaml.md', ['title']],
      ['no-date.md', ['date']],
      ['no-title.md', ['title']],
      ['no-zone.md', ['date']],
      ['script.md', ['from']],
      ['utf16.md', ['encoding']],
    ])
    const sentence = /^[A-Z`].*\.$/
    for (const { reason, hint } of all.flatMap(({ read }) => read.problems)) {
      expect(reason).toMatch(sentence)
      expect(hint).toMatch(/^[A-Z].*\S$/)
    }
  })

  test('B13 yields the same good posts with and without bad neighbours', async () => {
    const among = await readAll({ ...bad, ...doubtful, ...good }, 'mixed')
    const alone = await readAll(good, 'alone')
    expect(alone).toHaveLength(2)
    const kept = among.filter(({ file }) => Object.keys(good).includes(file.fileName))
    expect(kept.map(({ read }) => read)).toEqual(alone.map(({ read }) => read))
  })
})
