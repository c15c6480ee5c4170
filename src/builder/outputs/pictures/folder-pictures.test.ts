import { link, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { picturePath } from '#contract/picture-file.ts'
import { makeFolder } from '#testing/make-archive.ts'
import { buildTestSite } from '#builder/testing/build-test-site.ts'
import { makePicture, makePngHead } from '#builder/testing/make-pictures.ts'
import { listBuiltPictures, readBuiltPost } from '#builder/testing/read-built-post.ts'
import { readNewestBuild } from '#builder/testing/read-newest-build.ts'
import { verifySite } from '#builder/commands/check/verify-site.ts'

const post = (title: string, body: string, more = '') =>
  `---\ntitle: ${title}\ndate: 2022-01-02\n${more}---\n\n${body}\n`

const picture = (name: string) => makePngHead(640, 480, name)

async function buildFrom(files: Record<string, string | Uint8Array>) {
  const home = await makeFolder(files)
  const folder = join(home, 'lighthouse')
  const site = await buildTestSite({ folders: [folder] })
  return { ...site, home, folder }
}

/** An archive of one kind: its files, and of each post the number of its pictures. */
interface Archive {
  files: Record<string, string | Uint8Array>
  shown: Record<string, number>
}

const archives: Record<string, Archive> = {
  Jekyll: {
    files: {
      '_config.yml': 'url: https://light.example\nbaseurl: /log\nimage_dir: images\n',
      '_posts/2022-01-02-lamp.md': post(
        'Lamp',
        [
          '![a](/images/a.png)',
          '![b]({{ site.baseurl }}/images/b.png)',
          '![c]({{ "/assets/c.png" | relative_url }})',
          '![d]({{ "/assets/d%20e.png" | absolute_url }})',
          '![e](https://light.example/log/images/e.png?v=2#x)',
          '<img src="../images/f.png" alt="f">',
          '<img src="images/g.PNG" alt="g">',
        ].join('\n\n'),
      ),
      '_posts/2022-01-03-cover.md': post('Cover', 'No picture.', 'image: /images/cover.png\n'),
      '_posts/2022-01-04-teaser.md': post(
        'Teaser',
        'No picture.',
        'header:\n  teaser: images/cover.png\n',
      ),
      ...Object.fromEntries(
        [
          'images/a',
          'images/b',
          'assets/c',
          'assets/d e',
          'images/e',
          'images/f',
          'images/g',
          'images/cover',
        ].map((path) => [`${path}.png`, picture(path)]),
      ),
    },
    shown: { Lamp: 7, Cover: 1, Teaser: 1 },
  },
  Hugo: {
    files: {
      'hugo.toml': 'baseURL = "https://light.example/"\n',
      'content/post/fog-horn/index.md': post(
        'Fog horn',
        '![The horn](horn.png)\n\n{{< figure src="images/inner.png" alt="Inside" >}}',
      ),
      'content/post/fog-horn/horn.png': picture('horn'),
      'content/post/fog-horn/images/inner.png': picture('inner'),
      'content/post/plain.md': post(
        'Plain',
        '![s](/media/s.png) ![t](t.png) ![u](/post/fog-horn/horn.png)',
        'cover:\n  image: media/s.png\n',
      ),
      'static/media/s.png': picture('s'),
      'static/post/plain/t.png': picture('t'),
    },
    shown: { 'Fog horn': 2, Plain: 3 },
  },
  Hexo: {
    files: {
      '_config.yml':
        'url: https://light.example\nroot: /\nsource_dir: source\npost_asset_folder: true\nnew_post_name: x\n',
      'source/_posts/2022-01-02-beam.md': post(
        'Beam',
        '{% asset_img beam.png The beam %}\n\n![r](ray.png)\n\n![s](/img/s.png)',
      ),
      'source/_posts/2022-01-02-beam/beam.png': picture('beam'),
      'source/_posts/2022-01-02-beam/ray.png': picture('ray'),
      'source/img/s.png': picture('img'),
    },
    shown: { Beam: 3 },
  },
  Obsidian: {
    files: {
      '.obsidian/app.json': '{}',
      'notes/tide.md': post(
        'Tide',
        '![[Tide table.png|300]]\n\n![[deep/Chart.png|The chart|200x100]]\n\n![m](mark.png)\n\n![z|320](../z.png)',
      ),
      'attachments/Tide table.png': picture('table'),
      'files/deep/Chart.png': picture('chart'),
      'files/mark.png': picture('mark'),
      'z.png': picture('z'),
    },
    shown: { Tide: 4 },
  },
}

describe('pictures in the folders of an archive', () => {
  test.each(Object.keys(archives))('of %s become files of the site', async (kind) => {
    const { files, shown } = archives[kind] ?? { files: {}, shown: {} }
    const inFolder = Object.entries(files).map(([path, text]) => [`lighthouse/${path}`, text])
    const { out, report } = await buildFrom(Object.fromEntries(inFolder))
    const found = new Set<string>()
    for (const [title, count] of Object.entries(shown)) {
      const { row, body, page } = await readBuiltPost(out, title)
      expect(body.localPictures?.map(({ url }) => url)).toHaveLength(count)
      for (const { file, width, height } of body.localPictures ?? []) {
        expect([width, height]).toEqual([640, 480])
        found.add(picturePath(file))
      }
      expect(row.leadImage?.file).toBe(body.localPictures?.[0]?.file)
      expect(page).not.toContain('data-left-out')
      expect(page).not.toMatch(/<img [^>]*src="https?:/)
    }
    expect(new Set(await listBuiltPictures(out))).toEqual(found)
    expect(report.folderPictures).toMatchObject({ files: found.size, refused: [] })
    expect(report.problems.filter(({ reason }) => reason.startsWith('Pictures'))).toEqual([])
    expect(report.pictureHosts ?? []).toEqual([])
    expect(report.skipped.filter(({ file }) => !file.includes('.obsidian'))).toEqual([])
    expect((await verifySite(out)).faults).toEqual([])
  })

  test('are copied as they are when they are cut off, without sides', async () => {
    const home = await makeFolder({
      'lighthouse/content/fog/index.md': '---\ntitle: Fog\n---\n\n![A horn](horn.png)\n',
      'lighthouse/content/fog/horn.png': Buffer.from('\u0089PNG', 'latin1'),
    })
    const { out } = await buildTestSite({ folders: [join(home, 'lighthouse')] })
    const { body, page } = await readBuiltPost(out, 'Fog')
    expect(body.localPictures).toMatchObject([{ width: 0, height: 0 }])
    const file = body.localPictures?.[0]?.file ?? ''
    expect(await listBuiltPictures(out)).toEqual([`data/images/${file}`])
    expect(page).toContain(`data/images/${file}" alt="A horn"`)
    expect(page).not.toContain('width="0"')
  })

  test('keep a declared width and get the height that belongs to it', async () => {
    const { out } = await buildFrom(
      Object.fromEntries(
        Object.entries(archives['Obsidian']?.files ?? {}).map(([path, text]) => [
          `lighthouse/${path}`,
          text,
        ]),
      ),
    )
    const { body } = await readBuiltPost(out, 'Tide')
    const html = body.parts.join('')
    expect(html).toContain('alt="Tide table" width="300" height="225"')
    expect(html).toContain('alt="The chart" width="200" height="100"')
    expect(html).toContain('alt="z" width="320" height="240"')
  })
})

describe('a copied page', () => {
  const from = 'from: https://elsewhere.example/a/b\n'

  test('shows what lies beside it, and anything else from its source', async () => {
    const { out, report } = await buildFrom({
      'lighthouse/_posts/2022-01-02-a.md': post(
        'Copy',
        '<p><img src="beside.png"> <img src="far.png"> <img src="/static.png"></p>',
        from,
      ),
      'lighthouse/_posts/beside.png': picture('beside'),
      'lighthouse/far.png': picture('far'),
      'lighthouse/static/static.png': picture('static'),
    })
    const { body } = await readBuiltPost(out, 'Copy')
    expect(body.localPictures?.map(({ url }) => url)).toEqual([
      'https://elsewhere.example/a/beside.png',
      'https://elsewhere.example/static.png',
    ])
    expect(report.pictureHosts).toEqual([{ host: 'elsewhere.example', pictures: 1, posts: 1 }])
    expect(report.changes).toEqual([])
  })

  test('with a base of its own has its pictures there', async () => {
    const { out } = await buildFrom({
      'lighthouse/_posts/2022-01-02-a.md': post(
        'Copy',
        '<base href="https://mirror.example/"><p><img src="beside.png"></p>',
        from,
      ),
      'lighthouse/_posts/beside.png': picture('beside'),
    })
    const { body } = await readBuiltPost(out, 'Copy')
    expect(body.localPictures).toBeUndefined()
    expect(body.parts.join('')).toContain('src="https://mirror.example/beside.png"')
  })
})

describe('building again', () => {
  let folder = ''
  let out = ''

  beforeEach(async () => {
    const home = await makeFolder({
      'lighthouse/a.md': post('Horn', '![horn](horn.png)'),
      'lighthouse/b.md': post('None', 'Nothing.'),
      'lighthouse/horn.png': makePicture('png'),
    })
    folder = join(home, 'lighthouse')
    out = join(await makeFolder(), 'site')
  })

  const build = () => buildTestSite({ folders: [folder], out, search: true })

  /** The files of the site built again, and those of a fresh one. */
  async function buildBoth() {
    await build()
    const fresh = await buildTestSite({ folders: [folder], search: true })
    return [await readNewestBuild(out), await readNewestBuild(fresh.out)] as const
  }

  test.each<[string, () => Promise<void>]>([
    ['has other bytes', () => writeFile(join(folder, 'horn.png'), picture('other'))],
    ['is gone', () => rm(join(folder, 'horn.png'))],
    ['is no longer one', () => writeFile(join(folder, 'horn.png'), '<html>')],
    ['has moved', () => rename(join(folder, 'horn.png'), join(folder, 'b.png'))],
    ['has another name too', () => link(join(folder, 'horn.png'), join(folder, 'b.png'))],
  ])('gives the bytes of a fresh build when the picture %s', async (_, change) => {
    await build()
    await change()
    const [again, fresh] = await buildBoth()
    expect(again).toEqual(fresh)
    expect((await verifySite(out)).faults).toEqual([])
  })

  test('shows a picture that came later', async () => {
    await rename(join(folder, 'horn.png'), join(folder, '..', 'aside.png'))
    await build()
    expect((await readBuiltPost(out, 'Horn')).row.leadImage).toBeUndefined()
    await rename(join(folder, '..', 'aside.png'), join(folder, 'horn.png'))
    const [again, fresh] = await buildBoth()
    expect(again).toEqual(fresh)
    expect((await readBuiltPost(out, 'Horn')).row.leadImage?.file).toMatch(/\.png$/)
  })
})
