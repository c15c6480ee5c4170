import { mkdir, symlink, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeFolder } from '#testing/make-archive.ts'
import { buildTestSite } from '#builder/testing/build-test-site.ts'
import { makePngHead } from '#builder/testing/make-pictures.ts'
import { listBuiltPictures, readBuiltPost } from '#builder/testing/read-built-post.ts'
import { verifySite } from '#builder/commands/check/verify-site.ts'

const post = (title: string, body: string, more = '') =>
  `---\ntitle: ${title}\ndate: 2022-01-02\n${more}---\n\n${body}\n`

const picture = (name: string) => makePngHead(640, 480, name)

async function buildFrom(files: Record<string, string | Uint8Array>) {
  const folder = join(await makeFolder(files), 'lighthouse')
  return buildTestSite({ folders: [folder] })
}

describe('N7 B11 a picture that cannot be had leaves its words, a mark and a line of the report:', () => {
  const lost: Record<
    string,
    {
      src: string
      fault: string
      files?: Record<string, string | Buffer>
      spoil?: (folder: string) => Promise<unknown>
    }
  > = {
    'one that is not there': { src: 'none.png', fault: 'missing' },
    'a path out of the folders': { src: '../../../outside.png', fault: 'outside' },
    'an encoded path out of the folders': {
      src: '%2e%2e/..%2f%2e%2e%2foutside.png',
      fault: 'outside',
    },
    'a backslash out of the folders': { src: '..\\..\\..\\outside.png', fault: 'outside' },
    'a rooted path out of the folders': { src: '/../../outside.png', fault: 'outside' },
    'an absolute path of the machine': { src: '/etc/passwd', fault: 'missing' },
    'a password file': { src: '../../../../../../../etc/passwd', fault: 'outside' },
    'a link to a picture outside': {
      src: 'link.png',
      fault: 'missing',
      spoil: (folder) => symlink('../../outside.png', join(folder, 'content/link.png')),
    },
    'a picture in a linked folder': {
      src: 'linked/outside.png',
      fault: 'missing',
      spoil: (folder) => symlink('../..', join(folder, 'content/linked')),
    },
    'a folder with the name of a picture': {
      src: 'folder.png',
      fault: 'missing',
      spoil: (folder) => mkdir(join(folder, 'content/folder.png')),
    },
    'an SVG': {
      src: 'drawing.svg',
      fault: 'drawing',
      files: {
        'drawing.svg': '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
      },
    },
    'an SVG that says it is a PNG': {
      src: 'drawing.png',
      fault: 'drawing',
      files: { 'drawing.png': '<?xml version="1.0"?><svg><script>alert(1)</script></svg>' },
    },
    'a page that says it is a PNG': {
      src: 'page.png',
      fault: 'notPicture',
      files: { 'page.png': '<!doctype html><script>alert(1)</script>' },
    },
    'an empty file': { src: 'empty.png', fault: 'notPicture', files: { 'empty.png': '' } },
    'a huge file': {
      src: 'huge.png',
      fault: 'tooLarge',
      files: { 'huge.png': picture('huge') },
      spoil: (folder) => truncate(join(folder, 'content/huge.png'), 20_000_001),
    },
    'a picture of too many pixels': {
      src: 'wide.png',
      fault: 'tooManyPixels',
      files: { 'wide.png': makePngHead(100_000, 100_000) },
    },
  }

  test.each(Object.keys(lost))('%s', async (name) => {
    const { src, fault, files = {}, spoil } = lost[name] ?? { src: '', fault: '' }
    const home = await makeFolder({
      'outside.png': picture('outside'),
      'lighthouse/hugo.toml': '',
      'lighthouse/content/a.md': post(
        'Lost',
        `<p>x <img src="${src}" alt="A &lt;b&gt; buoy" id="y"></p>\n\n[to it](#y)`,
      ),
      ...Object.fromEntries(
        Object.entries(files).map(([path, text]) => [`lighthouse/content/${path}`, text]),
      ),
    })
    const folder = join(home, 'lighthouse')
    await spoil?.(folder)
    const { out, report } = await buildTestSite({ folders: [folder] })
    const { row, body, page } = await readBuiltPost(out, 'Lost')
    const mark = 'data-left-out="picture">▨ A &lt;b&gt; buoy</span>'
    expect(body.parts.join('')).toContain(mark)
    expect(page).toContain(mark)
    expect(page).not.toContain('archive.invalid')
    expect([row.leadImage, body.localPictures]).toEqual([undefined, undefined])
    expect(await listBuiltPictures(out)).toEqual([])
    expect(report.folderPictures).toEqual({
      pictures: 0,
      files: 0,
      bytes: 0,
      refused: [{ fault, pictures: 1, posts: 1 }],
    })
    expect(report.changes).toEqual([{ kind: 'picture', count: 1, posts: 1 }])
    expect(report.problems).toContainEqual(
      expect.objectContaining({
        file: 'lighthouse/content/a.md',
        field: 'body',
        severity: 'warning',
      }),
    )
    expect((await verifySite(out)).faults).toEqual([])
  })

  test('the row shows the next picture', async () => {
    const { out } = await buildFrom({
      'lighthouse/a.md': post('Two', '![a](none.png)\n\n![b](b.png)', 'image: c.png\n'),
      'lighthouse/b.png': picture('b'),
      'lighthouse/c.png': picture('c'),
    })
    const { row } = await readBuiltPost(out, 'Two')
    expect(row.leadImage).toMatchObject({ alt: 'b', file: expect.stringMatching(/\.png$/) })
    expect(await listBuiltPictures(out)).toHaveLength(1)
  })

  test('the row shows that of the front matter where no other can be had', async () => {
    const { out, report } = await buildFrom({
      'lighthouse/a.md': post('Two', '![a](none.png)', 'image: c.png\n'),
      'lighthouse/c.png': picture('c'),
    })
    expect((await readBuiltPost(out, 'Two')).row.leadImage?.file).toMatch(/\.png$/)
    expect(report.folderPictures).toMatchObject({ pictures: 1, files: 1 })
  })

  test('an icon leaves its words alone', async () => {
    const { out } = await buildFrom({
      'lighthouse/a.md': post('Icon', 'x <img src="icons/smiley.png" alt=":)" width="16"> y'),
    })
    expect((await readBuiltPost(out, 'Icon')).body.parts.join('')).toBe('<p>x :) y</p>')
  })
})
