import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeFolder } from '#testing/make-archive.ts'
import { runMain } from '#builder/testing/run-main.ts'

test('posts that their writers kept from readers are counted by kind, and --drafts takes them in', async () => {
  const folder = join(await makeFolder(), 'harbour')
  const write = async (path: string, keys: string) => {
    await mkdir(join(folder, path, '..'), { recursive: true })
    await writeFile(join(folder, path), `---\ntitle: T\n${keys}\n---\nWords of ${path}.\n`)
  }
  await write('_posts/2020-03-09-a.md', 'mood: x')
  await write('_posts/2020-03-10-b.md', 'draft: true')
  await write('_posts/2020-03-11-c.md', 'published: false')
  await write('_posts/2020-03-12-d.md', 'unlisted: true')
  await write('_drafts/e.md', 'date: 2020-03-13')
  const without = await runMain(['check', folder])
  expect(without.out).toContain(
    '5 files: 1 post, 0 older versions, 0 copies, 0 unreadable, 4 left out (2 draft, 1 unpublished, 1 unlisted; --drafts takes them in)',
  )
  expect(without.out).toContain('  harbour/_drafts/e.md: draft')
  const withDrafts = await runMain(['check', folder, '--drafts'])
  expect(withDrafts.out).toContain('5 files: 5 posts, 0 older versions, 0 copies, 0 unreadable')
})
