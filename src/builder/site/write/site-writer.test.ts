import { readFileSync } from 'node:fs'
import { access, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeFolder, readFolder } from '#testing/make-archive.ts'
import { makePostText } from '#testing/make-post.ts'
import { untilAtRest } from '#builder/testing/until-at-rest.ts'
import { buildTestSite } from '#builder/testing/build-test-site.ts'
import { makeReaderApp } from '#builder/testing/make-reader-app.ts'
import { verifySite } from '#builder/commands/check/verify-site.ts'
import { openDisk, type Disk } from '#builder/ground/disk/disk.ts'
import { parseGenerations, toObsoleteFiles, withGeneration } from './generations.ts'

const one = { 'harbour/_posts/2020-01-01-a.md': makePostText({ title: 'One', from: null }) }
const two = { ...one, 'harbour/_posts/2020-01-02-b.md': makePostText({ title: 'Two', from: null }) }

async function makeOut(): Promise<string> {
  return join(await makeFolder(), 'site')
}

/** A disk on which every write after the first `turn` fails. */
function makeFullDisk(out: string, turn: number): Disk {
  const disk = openDisk(out)
  let writes = 0
  return {
    ...disk,
    write: (path, bytes) =>
      writes++ < turn
        ? disk.write(path, bytes)
        : Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC', syscall: 'write' })),
  }
}

describe('a failed build leaves the published site intact', () => {
  test.each([0, 1, 3, 6, 9, 12])('B17 when the disk is full after %i writes', async (turn) => {
    const { out } = await buildTestSite({ posts: one })
    const before = await readFile(join(out, 'manifest.json'))
    const failing = buildTestSite({ posts: two, out, tools: { disk: makeFullDisk(out, turn) } })
    await expect(failing).rejects.toThrow('Cannot write')
    expect(await readFile(join(out, 'manifest.json'))).toEqual(before)
    expect((await verifySite(out)).faults).toEqual([])
    await buildTestSite({ posts: two, out })
    expect((await verifySite(out)).faults).toEqual([])
  })

  test('B17 a first build that failed can be repeated', async () => {
    const out = await makeOut()
    await mkdir(out)
    const failing = buildTestSite({ posts: one, out, tools: { disk: makeFullDisk(out, 4) } })
    await expect(failing).rejects.toThrow('Cannot write')
    await buildTestSite({ posts: one, out })
    expect((await verifySite(out)).faults).toEqual([])
  })

  test('B17 a truncated data file is written again', async () => {
    const { out } = await buildTestSite({ posts: one })
    const path = [...(await readFolder(out)).keys()].find((name) => name.startsWith('data/')) ?? ''
    await writeFile(join(out, path), '')
    await buildTestSite({ posts: one, out })
    expect((await verifySite(out)).faults).toEqual([])
  })
})

describe('building again', () => {
  test('building the same twice into one folder changes nothing', async () => {
    const { out } = await buildTestSite({ posts: one })
    const before = await readFolder(out)
    await buildTestSite({ posts: one, out })
    expect(await readFolder(out)).toEqual(before)
  })

  test('S23 keeps the files of the previous build for open pages, removes older ones', async () => {
    const out = await makeOut()
    const build = (mark: string) =>
      buildTestSite({
        posts: one,
        out,
        tools: { openReaderApp: () => Promise.resolve(makeReaderApp(mark)) },
      })
    const scripts = async () =>
      [...(await readFolder(out)).keys()].filter((path) => /^assets\/.*\.js$/.test(path))
    await build('AAAAAAAA')
    await build('BBBBBBBB')
    expect(await scripts()).toEqual(['assets/main-AAAAAAAA.js', 'assets/main-BBBBBBBB.js'])
    await build('CCCCCCCC')
    expect(await scripts()).toEqual(['assets/main-BBBBBBBB.js', 'assets/main-CCCCCCCC.js'])
  })

  test('removes the page of a deleted post at once, its data one build later', async () => {
    const { out } = await buildTestSite({ posts: two })
    const count = async (folder: string) =>
      [...(await readFolder(out)).keys()].filter((path) => path.startsWith(folder)).length
    expect(await count('posts/')).toBe(2)
    await buildTestSite({ posts: one, out })
    expect(await count('posts/')).toBe(1)
    expect(await count('data/timeline/')).toBe(2)
    await buildTestSite({ posts: one, out, title: 'Again' })
    expect(await count('data/timeline/')).toBe(1)
  })

  test('keeps files that somebody else put into the site', async () => {
    const { out } = await buildTestSite({ posts: one })
    await writeFile(join(out, 'CNAME'), 'archive.example')
    await buildTestSite({ posts: two, out })
    await buildTestSite({ posts: one, out })
    expect(await readFile(join(out, 'CNAME'), 'utf8')).toBe('archive.example')
  })

  test('the build id changes whenever anything changes', async () => {
    const ids = [
      await buildTestSite({ posts: one }),
      await buildTestSite({ posts: two }),
      await buildTestSite({ posts: one, title: 'Other' }),
      await buildTestSite({ posts: one, base: '/sub/' }),
      await buildTestSite({ posts: one, timeZone: 'Asia/Taipei' }),
      await buildTestSite({ posts: one, pages: 'none' }),
      await buildTestSite({
        posts: one,
        tools: { openReaderApp: () => Promise.resolve(makeReaderApp('BBBBBBBB')) },
      }),
    ].map(({ manifest }) => manifest.buildId)
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('refuses and leaves untouched', () => {
  test('an output folder with other files', async () => {
    const out = await makeFolder({ 'thesis.txt': 'years of work' })
    await expect(buildTestSite({ posts: one, out })).rejects.toThrow('nothing was written')
    expect(await readFolder(out)).toEqual(new Map([['thesis.txt', 'years of work']]))
  })

  test('an output folder with a marker that is not ours', async () => {
    const out = await makeFolder({
      '.broadsheet.json': '{"generations":[{"buildId":"x","files":["../../etc/passwd"]}]}',
    })
    await expect(buildTestSite({ posts: one, out })).rejects.toThrow('nothing was written')
  })

  test('an output that is a file', async () => {
    const out = join(await makeFolder({ site: 'x' }), 'site')
    await expect(buildTestSite({ posts: one, out })).rejects.toThrow('is a file')
  })

  test('an output below a file', async () => {
    const out = join(await makeFolder({ x: 'x' }), 'x', 'site')
    await expect(buildTestSite({ posts: one, out })).rejects.toThrow('Cannot write')
  })

  test('an output inside the posts, and posts inside the output', async () => {
    const home = await makeFolder(one)
    const posts = join(home, 'harbour')
    const folders = [posts]
    await expect(buildTestSite({ folders, out: join(posts, 'site') })).rejects.toThrow(
      'is inside the folder of posts',
    )
    await expect(buildTestSite({ folders, out: posts })).rejects.toThrow(
      'is inside the folder of posts',
    )
    await expect(buildTestSite({ folders, out: home })).rejects.toThrow(
      'is inside the output folder',
    )
    expect([...(await readFolder(home)).keys()]).toEqual(Object.keys(one))
  })

  test('a folder without posts, without creating the output folder', async () => {
    const out = await makeOut()
    await expect(buildTestSite({ folders: [await makeFolder()], out })).rejects.toThrow('no posts')
    await expect(access(out)).rejects.toMatchObject({ code: 'ENOENT' })
  })
})

const toBuild = (buildId: string, ...files: string[]) => ({ buildId, files })

describe('the record of generations', () => {
  test.each([
    '{"generations":[{"buildId":"x","files":["/etc/passwd"]}]}',
    '{"generations":[{"buildId":"x","files":["a/../../b"]}]}',
    '{"generations":[{"buildId":"x","files":["a\\\\..\\\\b"]}]}',
    '{"generations":"all"}',
    'not JSON',
  ])('rejects %s', (text) => {
    expect(parseGenerations(text)).toBeUndefined()
  })

  test('keeps two builds and lists the files that neither needs', () => {
    const before = {
      generations: [toBuild('2', 'data/b', 'posts/b'), toBuild('1', 'data/a', 'posts/a')],
    }
    const after = withGeneration(before, toBuild('3', 'data/c', 'posts/c'))
    expect(after.generations.map(({ buildId }) => buildId)).toEqual(['3', '2'])
    expect(toObsoleteFiles(before, after)).toEqual(['posts/b', 'data/a', 'posts/a'])
  })
})

test('a build reports when readers see it; a build that writes nothing does not', async () => {
  const out = await makeOut()
  const published: string[] = []
  const tools = {
    onPublished: () => {
      published.push(readFileSync(join(out, 'manifest.json'), 'utf8'))
    },
  }
  const first = await buildTestSite({ posts: one, out, tools })
  const home = join(await makeFolder(two), 'harbour')
  // A file stamp is not trusted so soon after a write.
  await untilAtRest(home)
  const second = await buildTestSite({ folders: [home], out, tools })
  await buildTestSite({ folders: [home], out, tools })
  const builds = [first, second].map(({ manifest }) => JSON.stringify(manifest))
  expect(published).toEqual(builds)
})
