import { execFileSync } from 'node:child_process'
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { BuildError } from '#builder/ground/build-error.ts'
import { discoverPosts } from './discover-posts.ts'

let root = ''
beforeEach(async () => {
  root = join(await mkdtemp(join(tmpdir(), 'broadsheet-discover-')), 'news')
  await mkdir(root)
})
afterEach(() => rm(dirname(root), { recursive: true, force: true }))

async function write(...paths: string[]): Promise<void> {
  for (const path of paths) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), path.endsWith('.yml') ? 'title: T' : '---\ntitle: x\n---\n')
  }
}

async function discover(...folders: string[]) {
  const found = await discoverPosts(folders.length === 0 ? [root] : folders)
  return {
    collections: found.collections.map(({ name }) => name),
    files: found.files.map(({ file }) => file),
    skipped: found.skipped.map(({ file }) => file),
    found,
  }
}

function deepPath(depth: number): string {
  return `${'d/'.repeat(depth)}x.md`
}

describe('the posts of a folder', () => {
  test('page bundles are posts, and names that only begin like those of pages about the folder', async () => {
    await write('content/fog/index.md', 'content/fog/horn.png', 'content/oar/index.fr.md')
    await write('content/index-funds.md', 'content/security-at-sea.md', 'content/readme-first.md')
    await write('index.md', 'content/_index.md', 'content/README.zh-CN.md', 'content/SECURITY.md')
    const { files, skipped, found } = await discover()
    expect(files).toEqual([
      'news/content/fog/index.md',
      'news/content/index-funds.md',
      'news/content/oar/index.fr.md',
      'news/content/readme-first.md',
      'news/content/security-at-sea.md',
    ])
    expect(found.files.map(({ fileName }) => fileName)).toEqual([
      'fog.md',
      'index-funds.md',
      'oar.fr.md',
      'readme-first.md',
      'security-at-sea.md',
    ])
    expect(skipped).toEqual([
      'news/content/README.zh-CN.md',
      'news/content/SECURITY.md',
      'news/content/_index.md',
      'news/index.md',
    ])
  })

  test('of archives side by side, one with post folders does not hide the posts of another', async () => {
    await write('blog/docs/_posts/a.md', 'blog/about.md', 'notes/content/b.md', 'd.md')
    const { files, skipped } = await discover()
    expect(files).toEqual(['news/blog/docs/_posts/a.md', 'news/d.md', 'news/notes/content/b.md'])
    expect(skipped).toEqual(['news/blog/about.md'])
  })

  test('folders and names of languages say the language of their posts', async () => {
    await write('_posts/a.md', '_posts/a.fr.md', 'ja/_posts/b.md', 'zh_tw/_posts/b.md')
    await writeFile(join(root, '_config.yml'), 'lang: en')
    const { found } = await discover()
    expect(found.files.map(({ file, language }) => [file, language])).toEqual([
      ['news/_posts/a.fr.md', 'fr'],
      ['news/_posts/a.md', 'en'],
      ['news/ja/_posts/b.md', 'ja'],
      ['news/zh_tw/_posts/b.md', 'zh-Hant'],
    ])
    expect(new Set(found.files.map(({ settingsKey }) => settingsKey)).size).toBe(4)
  })

  test('MDX is read; markup that is not is named', async () => {
    await write('_posts/a.mdx', '_posts/b.textile', '_posts/c.mkd', 'd.rst', 'e.css')
    const { files, found } = await discover()
    expect(files).toEqual(['news/_posts/a.mdx', 'news/_posts/c.mkd'])
    expect(found.skipped).toEqual([
      { file: 'news/_posts/b.textile', reason: 'it is written in Textile, which is not read' },
      { file: 'news/d.rst', reason: 'it is written in reStructuredText, which is not read' },
    ])
  })

  test('lie below _posts and archived, at any depth', async () => {
    await write('_posts/2020-01-02-b.md', '_posts/deep/a.markdown', 'archived/2020/c.html')
    await write('asia/_posts/d.md', '_posts/README.md', '_posts/_e.md', '_config.yml', 'logo.png')
    expect(await discover()).toMatchObject({
      collections: ['news'],
      files: [
        'news/_posts/2020-01-02-b.md',
        'news/_posts/README.md',
        'news/_posts/_e.md',
        'news/_posts/deep/a.markdown',
        'news/archived/2020/c.html',
        'news/asia/_posts/d.md',
      ],
      skipped: [],
    })
  })

  test('may lie beside those folders only if named like posts; other files are reported', async () => {
    await write(
      '_posts/a.md',
      '2020-01-02-loose.md',
      'about.md',
      'README.md',
      'index.html',
      'x.css',
    )
    await write('_drafts/2020-01-03-d.md', '_posts/picture.jpg', '_posts/film.mp4')
    expect(await discover()).toMatchObject({
      files: ['news/2020-01-02-loose.md', 'news/_drafts/2020-01-03-d.md', 'news/_posts/a.md'],
      skipped: ['news/README.md', 'news/_posts/film.mp4', 'news/about.md', 'news/index.html'],
    })
  })

  test('are all Markdown files of a folder that has neither', async () => {
    await write('a.md', 'deep/b.markdown', 'README.md', 'LICENSE.md', '_e.md', 'f.html', 'g.txt')
    expect(await discover()).toMatchObject({
      files: ['news/a.md', 'news/deep/b.markdown'],
      skipped: ['news/LICENSE.md', 'news/README.md', 'news/_e.md', 'news/f.html'],
    })
  })

  test('are found in a _posts folder given directly, with the settings next to it', async () => {
    await write('_posts/a.md', '_posts/deep/b.md', '_config.yml')
    const { collections, files, found } = await discover(join(root, '_posts'))
    expect(collections).toEqual(['news'])
    expect(files).toEqual(['news/_posts/a.md', 'news/_posts/deep/b.md'])
    expect(found.collections[0]).toMatchObject({ files: 2, config: { title: 'T' } })
  })

  test('come from each repository in it and from the files around them', async () => {
    await write(
      'b/_posts/1.md',
      'a/archived/2.md',
      'c/_config.yml',
      'c/3.md',
      'd/4.md',
      'README.md',
    )
    expect(await discover()).toMatchObject({
      collections: ['a', 'b', 'c', 'news'],
      files: ['a/archived/2.md', 'b/_posts/1.md', 'c/3.md', 'news/d/4.md'],
      skipped: ['news/README.md'],
    })
  })

  test('are found once when folders overlap', async () => {
    await write('a/_posts/1.md', 'b/_posts/2.md')
    const folders = [join(root, 'a/_posts'), join(root, 'a'), root, `${root}/a/`]
    expect(await discover(...folders)).toMatchObject({
      collections: ['a', 'b'],
      files: ['a/_posts/1.md', 'b/_posts/2.md'],
    })
  })

  test('are found once when one folder is a symbolic link to another', async () => {
    await write('a/_posts/1.md', 'a-b/_posts/2.md')
    await symlink(join(root, 'a'), join(root, 'link'))
    const folders = ['link', 'a-b', 'a'].map((name) => join(root, name))
    expect(await discover(...folders)).toMatchObject({
      collections: ['link', 'a-b'],
      files: ['a-b/_posts/2.md', 'link/_posts/1.md'],
    })
  })

  test('belong to collections with unique names', async () => {
    await write('x/news/_posts/1.md', 'y/news/_posts/1.md', 'news-2/_posts/1.md')
    const folders = ['x/news', 'news-2', 'y/news'].map((name) => join(root, name))
    expect(await discover(...folders)).toMatchObject({
      collections: ['news', 'news-2', 'news-3'],
      files: ['news-2/_posts/1.md', 'news-3/_posts/1.md', 'news/_posts/1.md'],
    })
  })

  test('B8 have NFC names, however the file system spells them', async () => {
    await write('_posts/2020-01-02-cafe\u0301.md')
    const { found } = await discover()
    expect(found.files[0]).toMatchObject({
      file: 'news/_posts/2020-01-02-caf\u00e9.md',
      fileName: '2020-01-02-caf\u00e9.md',
      path: join(root, '_posts/2020-01-02-cafe\u0301.md'),
    })
  })

  test('B6 carry the time zone of their site', async () => {
    await write('_posts/a.md')
    await writeFile(join(root, '_config.yml'), 'timezone: Asia/Taipei')
    expect((await discover()).found.files[0]?.timeZone).toBe('Asia/Taipei')
  })
})

describe('B11 only regular files are read; reported as skipped are', () => {
  test('B11 links, loops, pipes, hidden files and folders with a file name', async () => {
    await write(
      '_posts/a.md',
      '_posts/.hidden.md',
      '.git/x.md',
      '_posts/folder.md/b.md',
      '_posts/a.md~',
    )
    await symlink(join(root, '_posts/a.md'), join(root, '_posts/link.md'))
    await symlink(root, join(root, '_posts/loop'))
    await symlink('/nowhere', join(root, '_posts/dangling.md'))
    execFileSync('sh', ['-c', 'mkfifo "$0"', join(root, '_posts/pipe.md')])
    const { files, skipped, found } = await discover()
    expect(files).toEqual(['news/_posts/a.md', 'news/_posts/folder.md/b.md'])
    expect(skipped).toEqual([
      'news/.git',
      'news/_posts/.hidden.md',
      'news/_posts/a.md~',
      'news/_posts/dangling.md',
      'news/_posts/link.md',
      'news/_posts/loop',
      'news/_posts/pipe.md',
    ])
    const reasons = new Map(found.skipped.map(({ file, reason }) => [file, reason]))
    expect(reasons.get('news/_posts/loop')).toBe('it is a symbolic link, which is not followed')
    expect(reasons.get('news/_posts/pipe.md')).toBe('it is neither a file nor a folder')
  })

  test('B11 folders deeper than 32', async () => {
    await write('a.md', deepPath(31), deepPath(32))
    const { files, skipped } = await discover()
    expect(files).toEqual(['news/a.md', `news/${deepPath(31)}`])
    expect(skipped).toEqual([`news/${'d/'.repeat(32).slice(0, -1)}`])
  })

  test.skipIf(process.getuid?.() === 0)('B11 folders without read permission', async () => {
    await write('a.md', 'closed/b.md')
    await chmod(join(root, 'closed'), 0o000)
    const { skipped } = await discover().finally(() => chmod(join(root, 'closed'), 0o700))
    expect(skipped).toEqual(['news/closed'])
  })

  test('B11 follows a link that is itself a given folder', async () => {
    await write('_posts/a.md')
    await symlink(root, `${root}-link`)
    expect(await discover(`${root}-link`)).toMatchObject({ files: ['news-link/_posts/a.md'] })
  })
})

describe('an unusable folder is rejected in one sentence', () => {
  const hint = 'Give the folder that holds the posts.'

  test.each([
    ['missing', (path: string) => join(path, 'none'), /^There is no folder ".*none"\.$/],
    ['below a file', (path: string) => join(path, 'file.txt/x'), /^There is no folder/],
    [
      'a file',
      (path: string) => join(path, 'file.txt'),
      /^".*file\.txt" is a file, not a folder\.$/,
    ],
  ])('%s', async (_, toPath, message) => {
    await write('file.txt')
    const failed = await discoverPosts([toPath(root)]).catch((error: unknown) => error)
    expect(failed).toBeInstanceOf(BuildError)
    expect(failed).toMatchObject({ message: expect.stringMatching(message), hint })
  })

  test.each([
    ['empty', []],
    ['without a post', ['README.md', 'x.txt', 'node_modules/a.md', '.git/b.md']],
  ])('%s', async (_, paths) => {
    await write(...paths)
    await expect(discoverPosts([root])).rejects.toThrow(/^There are no posts in the folder/)
  })

  test('even next to a usable one', async () => {
    await write('a/_posts/1.md', 'b/x.txt')
    await expect(discoverPosts([join(root, 'a'), join(root, 'b')])).rejects.toThrow(BuildError)
  })
})
