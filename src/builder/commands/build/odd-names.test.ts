import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeFolder, readFolder } from '#testing/make-archive.ts'
import { makePostText } from '#testing/make-post.ts'
import { buildTestSite } from '#builder/testing/build-test-site.ts'
import { runMain } from '#builder/testing/run-main.ts'
import { makePngHead } from '#builder/testing/make-pictures.ts'

/** A path whose part after the folder is bytes. */
function toBytes(folder: string, latin: string): Buffer {
  return Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(latin, 'latin1')])
}

function write(folder: string, latin: string, content: string | Uint8Array): void {
  mkdirSync(toBytes(folder, latin.slice(0, latin.lastIndexOf('/'))), { recursive: true })
  writeFileSync(toBytes(folder, latin), content)
}

function post(title: string, body: string): string {
  return makePostText({ title, body, from: null })
}

async function makeOddPosts(): Promise<string> {
  const folder = join(await makeFolder({ 'harbour/_config.yml': 'title: Harbour\n' }), 'harbour')
  write(folder, '_posts/2020-01-01-caf\xe9.md', post('Latin', 'The ferry *left*.'))
  write(folder, '_posts/2020-01-01-caf\xe8.md', post('Grave', 'The ferry *came*.'))
  write(
    folder,
    '_posts/\xd6\xd0/2020-01-02-a.md',
    post('In GBK', '<p>Now</p><img src="buoy.png" alt="Buoy">'),
  )
  write(folder, '_posts/\xd6\xd0/buoy.png', makePngHead(3, 2))
  write(
    folder,
    '_posts/\xd6\xd0/2020-01-03-b.md',
    post('Byte', '<p>Now</p><img src="qu%E4i.png" alt="Quay">'),
  )
  write(folder, '_posts/\xd6\xd0/qu\xe4i.png', makePngHead(5, 4))
  return folder
}

describe('names that are not UTF-8', () => {
  test('are posts with pictures, named by their bytes, the same in every build', async () => {
    const folder = await makeOddPosts()
    const first = await buildTestSite({ folders: [folder] })
    const { report } = first
    expect(report).toMatchObject({ files: 4, posts: 4, unreadable: 0, skipped: [] })
    expect(report.folderPictures).toMatchObject({ pictures: 2, refused: [] })
    const again = await buildTestSite({ folders: [folder] })
    const files = await readFolder(first.out)
    expect(await readFolder(again.out)).toEqual(files)
    expect([...files.keys()].filter((path) => path.startsWith('data/images/'))).toHaveLength(2)
    expect([...files.keys()].filter((path) => /^posts\/.*html$/.test(path))).toHaveLength(4)
    // On top of the build before, with one of them changed.
    write(folder, '_posts/2020-01-01-caf\xe9.md', makePostText({ title: 'Latin 1', from: null }))
    const onTop = await buildTestSite({ folders: [folder], out: first.out })
    const fresh = await buildTestSite({ folders: [folder] })
    expect(onTop.manifest).toEqual(fresh.manifest)
    expect((await runMain(['check', first.out])).code).toBe(0)
  })

  test('are shown with their bytes by check', async () => {
    const folder = await makeOddPosts()
    write(folder, '_posts/2020-01-04-\xff.md', '---\ntitle: [\n')
    write(folder, '_posts/n\xf6tes.txt', 'x')
    const { out } = await runMain(['check', folder])
    expect(out).toContain('harbour/_posts/2020-01-04-%FF.md')
    expect(out).toContain('harbour/_posts/n%F6tes.txt: its name does not end in')
  })

  test('may be those of a collection', async () => {
    const home = await makeFolder({ 'news/_posts/2020-01-01-a.md': makePostText({}) })
    write(home, 'caf\xe9/_posts/2020-01-02-b.md', makePostText({ from: null }))
    write(home, 'caf\xe9/_config.yml', 'title: Café\n')
    const { report, manifest } = await buildTestSite({ folders: [home] })
    expect(report.collections.map(({ collection }) => collection)).toEqual(['caf%E9', 'news'])
    expect(JSON.stringify(manifest)).toContain('Café')
  })
})

test('build prints how many links were passed over, and the first of them', async () => {
  const folder = await makeFolder({ 'harbour/_posts/2020-01-01-a.md': makePostText({}) })
  for (const name of ['b', 'c', 'd', 'e']) {
    symlinkSync('2020-01-01-a.md', join(folder, `harbour/_posts/2020-01-02-${name}.md`))
  }
  const { out } = await runMain(['build', join(folder, 'harbour'), '--out', join(folder, 'site')])
  expect(out).toContain(
    '4 symbolic links passed over: harbour/_posts/2020-01-02-b.md, harbour/_posts/2020-01-02-c.md, harbour/_posts/2020-01-02-d.md, … and 1 more',
  )
})
