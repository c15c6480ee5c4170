import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { discoverPosts } from './discover-posts.ts'

let site = ''
beforeEach(async () => {
  site = join(await mkdtemp(join(tmpdir(), 'broadsheet-site-')), 'harbour')
})
afterEach(() => rm(dirname(site), { recursive: true, force: true }))

async function write(files: Record<string, string>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(site, path)), { recursive: true })
    await writeFile(join(site, path), text)
  }
}

const post = '---\ntitle: Fog\n---\nWords.\n'

test.each([
  ['content', 'hugo.toml', 'title = "Harbour"', 'content/log/fog.md'],
  ['content/log', 'hugo.toml', 'title = "Harbour"', 'content/log/fog.md'],
  ['content', 'config/_default/hugo.yaml', 'title: Harbour', 'content/fog.md'],
  ['content', 'zola.toml', 'title = "Harbour"', 'content/fog.md'],
  ['source', '_config.yml', 'title: Harbour', 'source/_posts/fog.md'],
  ['source/_posts', '_config.yml', 'title: Harbour', 'source/_posts/fog.md'],
])(
  'given %s of a site, its settings in %s count, and are named',
  async (given, name, text, file) => {
    await write({ [name]: text, [file]: post })
    const [collection] = (await discoverPosts([join(site, given)])).collections
    expect(collection).toMatchObject({ config: { title: 'Harbour' }, settings: site })
  },
)

test.each([
  ['content', '_config.yml', 'title: Harbour', 'content/fog.md'],
  ['log', 'hugo.toml', 'title = "Harbour"', 'log/fog.md'],
  ['content/a/b', 'hugo.toml', 'title = "Harbour"', 'content/a/b/fog.md'],
])('given %s, settings in %s are not plainly of the same site', async (given, name, text, file) => {
  await write({ [name]: text, [file]: post })
  const [collection] = (await discoverPosts([join(site, given)])).collections
  expect(collection).toMatchObject({ config: {} })
  expect(collection).not.toHaveProperty('settings')
})

test('settings of its own come before those above', async () => {
  await write({
    'hugo.toml': 'title = "Harbour"',
    'content/_config.yml': 'title: Log',
    'content/fog.md': post,
  })
  const [collection] = (await discoverPosts([join(site, 'content')])).collections
  expect(collection).toMatchObject({ config: { title: 'Log' } })
})

test('Hugo keeps parts of its settings in files of their own', async () => {
  await write({
    'config/_default/hugo.toml': 'defaultContentLanguage = "en"',
    'config/_default/languages.toml': '[en]\ntitle = "Harbour"',
    'config/_default/params.toml': 'author = "Ada Vale"',
    'config/_default/markup.toml': '[goldmark.renderer]\nhardWraps = true',
    'content/fog.md': post,
  })
  const [collection] = (await discoverPosts([site])).collections
  expect(collection?.config).toMatchObject({
    title: 'Harbour',
    language: 'en',
    habits: { author: 'Ada Vale', hardBreaks: true },
  })
})

test('folders of a site that hold no posts are passed over and named, where settings lie beside them', async () => {
  const files = Object.fromEntries(
    ['public', 'themes/plain', 'archetypes', 'node_modules/x', 'content'].map((folder) => [
      `${folder}/fog.md`,
      post,
    ]),
  )
  await write(files)
  const loose = await discoverPosts([site])
  expect(loose.files).toHaveLength(4)
  await write({ 'hugo.toml': 'title = "Harbour"' })
  const { files: found, skipped } = await discoverPosts([site])
  expect(found.map(({ file }) => file)).toEqual(['harbour/content/fog.md'])
  expect(skipped.map(({ file }) => file)).toEqual(
    ['archetypes', 'node_modules', 'public', 'themes'].map((folder) => `harbour/${folder}`),
  )
})
