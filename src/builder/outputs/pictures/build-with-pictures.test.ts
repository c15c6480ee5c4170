import {
  appendFile,
  copyFile,
  mkdir,
  readFile,
  readdir,
  rename,
  rm,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { parseBodyPack } from '#contract/body-pack.ts'
import { parseTimelineShard } from '#contract/timeline-shard.ts'
import { makeFolder, readFolder } from '#testing/make-archive.ts'
import { makePostText } from '#testing/make-post.ts'
import { buildTestSite } from '#builder/testing/build-test-site.ts'
import { keepTestPictures } from '#builder/testing/keep-test-pictures.ts'
import { makePicture } from '#builder/testing/make-pictures.ts'
import { readNewestBuild } from '#builder/testing/read-newest-build.ts'
import { verifySite } from '#builder/commands/check/verify-site.ts'

const lead = 'https://pictures.example/a.png?w=1&h=2'
const second = 'https://pictures.example/b.jpg'
const elsewhere = 'https://elsewhere.example/c.gif'

let folder = ''
let out = ''
let pictures = ''

beforeEach(async () => {
  const images = [lead, second, elsewhere].map((url) => `<p>x</p><img src="${url}">`).join('')
  const home = await makeFolder({
    'harbour/_posts/2020-03-01-a.md': makePostText({ title: 'One', body: images }),
    'harbour/_posts/2020-03-02-b.md': makePostText({ title: 'Two', from: null }),
  })
  folder = join(home, 'harbour')
  out = join(await makeFolder(), 'site')
  pictures = await keepTestPictures(folder, {
    [lead]: makePicture('png'),
    [second]: makePicture('jpg'),
  })
})

const build = () => buildTestSite({ folders: [folder], out })

/** Row and body of the post with pictures, parsed as the reader does, and its page. */
async function readPost() {
  const site = await readNewestBuild(out)
  const all = (kind: string) =>
    [...site].flatMap(([path, text]) =>
      path.startsWith(`data/${kind}/`) ? [JSON.parse(Buffer.from(text, 'latin1').toString())] : [],
    )
  const row = all('timeline')
    .flatMap((shard) => parseTimelineShard(shard).rows)
    .find(({ title }) => title === 'One')
  const body = all('bodies')
    .flatMap((pack) => parseBodyPack(pack).bodies)
    .find(({ id }) => id === row?.id)
  return { row, body, page: site.get(`posts/${row?.id}/index.html`) ?? '' }
}

const listImages = async () =>
  [...(await readNewestBuild(out)).keys()].filter((path) => path.startsWith('data/images/'))

describe('pictures beside the posts', () => {
  test('are copied into the site and named by row, body and page', async () => {
    const { report } = await build()
    const { row, body, page } = await readPost()
    expect(row?.leadImage).toMatchObject({ url: lead, file: expect.stringMatching(/\.png$/) })
    expect(body?.localPictures).toEqual([
      { url: lead, file: row?.leadImage?.file, width: 5, height: 3 },
      { url: second, file: expect.stringMatching(/\.jpg$/), width: 5, height: 3 },
    ])
    expect(await listImages()).toHaveLength(2)
    expect(page).toContain(`src="/data/images/${row?.leadImage?.file}"`)
    expect(page.match(/<img [^>]*src="https:[^"]*"/g)).toEqual([expect.stringContaining(elsewhere)])
    expect(report.keptPictures).toEqual({ files: 2, bytes: 362 })
    expect(report.problems).toEqual([])
  })

  test('kept by a program before schema version 5 get their whole names in the site', async () => {
    await build()
    const now = await listImages()
    const ledger = join(pictures, 'images.jsonl')
    let account = await readFile(ledger, 'utf8')
    for (const name of await readdir(pictures)) {
      if (name === 'images.jsonl') continue
      const short = name.replace(/^(.{16}).{10}/, '$1')
      account = account.replace(name, short)
      await rename(join(pictures, name), join(pictures, short))
    }
    await writeFile(ledger, account)
    const { report } = await build()
    expect(report.problems).toEqual([])
    expect(await listImages()).toEqual(now)
    expect((await verifySite(out)).faults).toEqual([])
  })

  test('are not read as posts', async () => {
    await writeFile(join(pictures, '2020-01-01-x.md'), makePostText())
    const { report } = await build()
    expect(report.files).toBe(2)
  })

  test('give the same site whether they are added before or after the first build', async () => {
    const aside = `${folder}.aside`
    await rename(pictures, aside)
    await build()
    expect((await readPost()).body?.localPictures).toBeUndefined()
    await rename(aside, pictures)
    const { manifest } = await build()
    const fresh = await buildTestSite({ folders: [folder] })
    expect(manifest).toEqual(fresh.manifest)
    expect(await readNewestBuild(out)).toEqual(await readNewestBuild(fresh.out))
  })

  test('are removed from the site one build after they left the archive', async () => {
    await build()
    await rm(pictures, { recursive: true })
    await build()
    expect(await listImages()).toEqual([])
    expect((await readPost()).page).toContain(second)
    await writeFile(join(folder, '_posts/2020-03-03-c.md'), makePostText({ title: 'Three' }))
    await build()
    expect(await readdir(join(out, 'data'))).not.toContain('images')
  })

  test('are not copied again when nothing changed', async () => {
    await build()
    const before = await readFolder(out)
    await build()
    expect(await readFolder(out)).toEqual(before)
  })

  test('are verified with the site', async () => {
    await build()
    expect((await verifySite(out)).faults).toEqual([])
    const [first = '', other = ''] = await listImages()
    await rm(join(out, first))
    await truncate(join(out, other), 10)
    expect((await verifySite(out)).faults).toHaveLength(2)
    await build()
    expect((await verifySite(out)).faults).toEqual([])
  })
})

/** Builds with another text of the first post, and without kept pictures. */
async function buildOne(html: string) {
  await writeFile(
    join(folder, '_posts/2020-03-01-a.md'),
    makePostText({ title: 'One', body: html }),
  )
  await rm(pictures, { recursive: true })
  return build()
}

describe('a picture in the text of a post', () => {
  const png = makePicture('png')
  const data = `data:image/png;base64,${png.toString('base64')}`

  test('becomes a file of the site', async () => {
    const { manifest } = await buildOne(`<p>x</p><img src="${data}" alt="A buoy">`)
    const { row, body, page } = await readPost()
    const [path = ''] = await listImages()
    const file = path.slice(path.lastIndexOf('/') + 1)
    const url = `https://archive.invalid/embedded/${file}`
    expect(body?.localPictures).toEqual([{ url, file, width: 5, height: 3 }])
    expect(row?.leadImage).toEqual({ url, file, alt: 'A buoy' })
    expect(page).toContain(`src="/data/images/${file}"`)
    expect(JSON.stringify([body, page])).not.toContain('base64')
    expect((await verifySite(out)).faults).toEqual([])
    const fresh = await buildTestSite({ folders: [folder] })
    expect(manifest).toEqual(fresh.manifest)
  })

  test.each([
    ['an SVG', 'data:image/svg+xml;base64,PHN2Zy8+'],
    ['a page', 'data:text/html,<script>alert(1)</script>'],
    ['a page that says it is a picture', 'data:image/png,<script>alert(1)</script>'],
    ['nothing', 'data:image/png;base64,'],
  ])('stays out and leaves its words when it is %s', async (_, src) => {
    const { report } = await buildOne(`<p>x</p><img src="${src}" alt="A buoy">`)
    expect(await listImages()).toEqual([])
    expect((await readPost()).body?.parts.join('')).toContain(
      '<p>x</p><span data-left-out="picture">▨ A buoy</span>',
    )
    expect(report.changes).toEqual([{ kind: 'picture', count: 1, posts: 1 }])
  })
})

describe('N7 a kept picture is reported and left out of its post when', () => {
  const change = {
    'is missing': (path: string) => rm(path),
    'is a link': async (path: string) => {
      await rename(path, join(folder, 'elsewhere.png'))
      await symlink(join(folder, 'elsewhere.png'), path)
    },
    'is not a file': async (path: string) => {
      await rm(path)
      await mkdir(path)
    },
    'is not a picture': (path: string) => writeFile(path, '<script>alert(1)</script>'),
    'does not match its name': (path: string) => copyFile(join(pictures, ownFile('jpg')), path),
  } as const
  let names: string[] = []
  const ownFile = (type: string) => names.find((name) => name.endsWith(`.${type}`)) ?? ''

  test.each(Object.keys(change) as (keyof typeof change)[])('it %s', async (what) => {
    names = await readdir(pictures)
    await change[what](join(pictures, ownFile('png')))
    const { report } = await build()
    expect(report.problems).toEqual([
      expect.objectContaining({
        file: `harbour/_images/${ownFile('png')}`,
        reason: expect.stringContaining(what),
        severity: 'warning',
      }),
    ])
    const { row, body } = await readPost()
    expect(row?.leadImage?.file).toBeUndefined()
    expect(body?.localPictures).toHaveLength(1)
    expect(report.posts).toBe(2)
  })

  test('it disappears after a build that copied it', async () => {
    await build()
    names = await readdir(pictures)
    await rm(join(pictures, ownFile('png')))
    expect((await build()).report.problems).toHaveLength(1)
    expect(await listImages()).toHaveLength(1)
  })
})

describe('N7 a ledger that points elsewhere', () => {
  test('has its lines refused one by one', async () => {
    const outside = {
      address: elsewhere,
      file: '../../../etc/passwd',
      width: 1,
      height: 1,
      bytes: 9,
    }
    await appendFile(
      join(pictures, 'images.jsonl'),
      `${JSON.stringify({ ...outside, fetchedAt: '2020-03-09T10:15:00.000Z' })}\n`,
    )
    const { report } = await build()
    expect(report.problems).toEqual([
      expect.objectContaining({ file: 'harbour/_images/images.jsonl', line: 4 }),
    ])
    expect((await readPost()).body?.localPictures).toHaveLength(2)
  })

  test.each([
    ['somebody’s file', () => writeFile(join(pictures, 'images.jsonl'), 'hello\n')],
    ['missing', () => rm(join(pictures, 'images.jsonl'))],
    [
      'a link',
      async () => {
        await rename(join(pictures, 'images.jsonl'), join(folder, 'x.jsonl'))
        await symlink(join(folder, 'x.jsonl'), join(pictures, 'images.jsonl'))
      },
    ],
    [
      'a folder that is a link',
      async () => {
        await rename(pictures, `${folder}.aside`)
        await symlink(`${folder}.aside`, pictures)
      },
    ],
  ])('is not read at all when it is %s', async (_, spoil) => {
    await spoil()
    const { report } = await build()
    expect(report.problems).toEqual([
      expect.objectContaining({ file: 'harbour/_images', severity: 'warning' }),
    ])
    expect(await listImages()).toEqual([])
  })
})

test('finds the pictures beside a `_posts` folder that is given itself', async () => {
  await buildTestSite({ folders: [join(folder, '_posts')], out })
  expect(await listImages()).toHaveLength(2)
  expect(await readFile(join(pictures, 'images.jsonl'), 'utf8')).toContain(lead)
})
