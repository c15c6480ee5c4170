import { expect, test } from 'vitest'
import { makeFolder } from '#testing/make-archive.ts'
import { discoverPosts } from '../discover/discover-posts.ts'
import { parsePostBytes, readPostBytes } from '../post/read-post.ts'
import { join } from 'node:path'

const posts = {
  'harbour/hugo.toml': 'title = "Harbour"\n',
  'harbour/static/CNAME': 'Quay.example\n',
  'harbour/content/_index.md': '---\ntitle: All\ncascade:\n  author: Keeper\n---\n',
  'harbour/content/log/_index.md':
    '+++\ntitle = "Log"\n[cascade]\nauthor = "Ada Vale"\ntags = ["sea"]\n+++\n',
  'harbour/content/old/_index.md': '---\ncascade: { draft: true }\n---\n',
  'harbour/content/log/a.md': '---\ntitle: A\ndate: 2020-03-09\n---\nWords.\n',
  'harbour/content/log/deep/b.md': '---\ntitle: B\ntags: [ fog ]\n---\nWords.\n',
  'harbour/content/note/c.md': '---\ntitle: C\n---\nWords.\n',
  'harbour/content/old/d.md': '---\ntitle: D\n---\nWords.\n',
}

test('pages of sections give their posts front matter, the nearest one first', async () => {
  const { files } = await discoverPosts([join(await makeFolder(posts), 'harbour')])
  const read = files.map((file) => parsePostBytes(readPostBytes(file), file))
  expect(
    read.map(({ post, withheld }) => [post?.title ?? withheld, post?.author, post?.tags]),
  ).toEqual([
    ['A', 'Ada Vale', ['sea']],
    ['B', 'Ada Vale', ['fog']],
    ['C', 'Keeper', []],
    ['draft', undefined, undefined],
  ])
})

test('a site without an address in its settings has that of its file for hosts', async () => {
  const { files } = await discoverPosts([join(await makeFolder(posts), 'harbour')])
  const [first] = files
  expect(first && parsePostBytes(readPostBytes(first), first).post?.pageUrl).toBe(
    'https://quay.example/log/a/',
  )
})
