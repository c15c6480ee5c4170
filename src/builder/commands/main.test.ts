import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseBuildReport } from '#contract/build-report.ts'
import { makeFolder, readFolder } from '#testing/make-archive.ts'
import { makePostText } from '#testing/make-post.ts'
import { buildTestSite } from '#builder/testing/build-test-site.ts'
import { runMain } from '#builder/testing/run-main.ts'

const good = { 'harbour/_posts/2020-01-01-a.md': makePostText({ title: 'One', from: null }) }
const bad = { ...good, 'harbour/_posts/2020-01-02-b.md': 'no front matter' }

describe('wrong usage exits with 2 and one sentence', () => {
  test.each([
    [['build', 'x'], '--out'],
    [['build', '--out', 'y'], 'folders'],
    [['build', 'x', '--out', 'y', '--colour', 'red'], 'unknown option'],
    [['build', 'x', '--out', 'y', '--base', 'sub folder'], '/archive/'],
    [['build', 'x', '--out', 'y', '--base', 'sub'], '/archive/'],
    [['build', 'x', '--out', 'y', '--time-zone', 'Mars/Olympus'], 'time zone'],
    [['build', 'x', '--out', 'y', '--pages', 'some'], 'latest:1000'],
    [['build', 'x', '--out', 'y', '--feeds', 'rss'], 'excerpt, full or none'],
    [['build', 'x', '--out', 'y', '--redirects', 'some'], 'pages or none'],
    [['build', 'x', '--out', 'y', '--legacy', 'some'], 'pages or none'],
    [['build', 'x', '--out', 'y', '--origin', 'archive.example'], 'https://archive.example'],
    [
      ['build', 'x', '--out', 'y', '--origin', `https://a.example/;script-src *`],
      'https://archive.example',
    ],
    [['serve', 'x', '--port', '99999'], '65535'],
    [['serve', 'x', 'y'], 'too many arguments'],
    [['serve'], 'folder'],
    [['print'], 'unknown command'],
    [[], 'Usage'],
  ])('%j', async (argv, words) => {
    const { code, out, err } = await runMain(argv)
    expect(code).toBe(2)
    expect(`${out}${err}`).toContain(words)
    expect(err).not.toMatch(/\n\s+at /)
  })
})

test.each([
  [[], true],
  [['--origin', 'https://archive.example'], false],
  [['--feeds', 'none'], false],
])('building with %j explains how to get feeds: %j', async (flags, says) => {
  const home = await makeFolder(good)
  const site = ['--out', join(await makeFolder(), 'site'), '--no-search', '--pages', 'none']
  const { out } = await runMain(['build', join(home, 'harbour'), ...site, ...flags])
  expect(out.includes('--origin https://host')).toBe(says)
})

describe('wrong input exits with 1 and one sentence', () => {
  test('a name that a terminal would act on', async () => {
    const name = '/no/\u001b]0;such\u0007\nfolder\u202e'
    for (const argv of [
      ['check', name],
      ['serve', name],
      ['mirrors', name],
      ['dev', name],
    ]) {
      const { err } = await runMain(argv)
      expect(err).toContain('/no/\\u001b]0;such\\u0007\\u000afolder\\u202e')
    }
    const { err } = await runMain(['check', '--\u001b[2J'])
    expect(err).toContain('--\\u001b[2J')
  })

  test('no such folder', async () => {
    const { code, err } = await runMain([
      'build',
      '/no/such/folder',
      '--out',
      join(await makeFolder(), 's'),
    ])
    expect(code).toBe(1)
    expect(err).toContain('/no/such/folder')
    expect(err.split('\n')).toHaveLength(1)
  })

  test.each([
    ['a file', ['x.md'], 'is a file'],
    ['an empty folder', ['.'], 'no posts'],
  ])('%s instead of a folder of posts', async (_, parts, words) => {
    const home = await makeFolder({ 'x.md': 'x' })
    const folder = _ === 'a file' ? join(home, ...parts) : await makeFolder()
    const out = join(await makeFolder(), 'site')
    expect(await runMain(['build', folder, '--out', out])).toMatchObject({
      code: 1,
      err: expect.stringContaining(words),
    })
  })

  test('an output folder with other files', async () => {
    const home = await makeFolder(good)
    const out = await makeFolder({ 'thesis.txt': 'years of work' })
    const { code, err } = await runMain(['build', join(home, 'harbour'), '--out', out])
    expect([code, err.split('\n').length]).toEqual([1, 1])
    expect([...(await readFolder(out)).keys()]).toEqual(['thesis.txt'])
  })

  test('no readable post', async () => {
    const home = await makeFolder({ 'harbour/_posts/2020-01-02-b.md': 'no front matter' })
    const { code, err } = await runMain(['check', join(home, 'harbour')])
    expect([code, err]).toEqual([1, expect.any(String)])
  })

  test('serving a folder that is not a site', async () => {
    expect(await runMain(['serve', await makeFolder()])).toMatchObject({
      code: 1,
      err: expect.stringContaining('no built site'),
    })
  })
})

describe('check', () => {
  test('B13 groups problems, accounts for every file and exits with 0, or with 1 when strict', async () => {
    const folder = join(await makeFolder(bad), 'harbour')
    const { code, out } = await runMain(['check', folder])
    expect(code).toBe(0)
    expect(out).toContain('2 files: 1 post, 0 older versions, 0 copies, 1 unreadable')
    expect(out).toContain('harbour/_posts/2020-01-02-b.md')
    expect((await runMain(['check', folder, '--strict'])).code).toBe(1)
  })

  test('--strict passes an archive without problems', async () => {
    const folder = join(await makeFolder(good), 'harbour')
    expect(await runMain(['check', folder, '--strict'])).toMatchObject({ code: 0 })
  })

  test('--version prints the version of the package', async () => {
    expect(await runMain(['--version'])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^\d+\.\d+\.\d+/),
    })
  })

  test('--report overwrites nothing but a report', async () => {
    const folder = await makeFolder(bad)
    const foreign = join(await makeFolder(), 'notes.txt')
    await writeFile(foreign, 'mine')
    const inside = join(folder, 'harbour', '_posts', 'report.json')
    for (const report of [foreign, inside, join(foreign, 'below.json')]) {
      const run = await runMain(['check', join(folder, 'harbour'), '--report', report])
      expect([report, run.code]).toEqual([report, 1])
    }
    expect(await readFile(foreign, 'utf8')).toBe('mine')
    await expect(readFile(inside)).rejects.toThrow('ENOENT')
    const report = join(await makeFolder(), 'report.json')
    for (const _ of ['new', 'again']) {
      await runMain(['check', join(folder, 'harbour'), '--report', report])
      expect(parseBuildReport(JSON.parse(await readFile(report, 'utf8'))).files).toBeGreaterThan(0)
    }
  })

  test('--report explains why nothing could be built', async () => {
    const folder = await makeFolder({ 'harbour/_posts/2020-01-01-x.md': 'no front matter' })
    const report = join(await makeFolder(), 'report.json')
    const out = join(await makeFolder(), 'site')
    const { code } = await runMain([
      'build',
      join(folder, 'harbour'),
      '--out',
      out,
      '--report',
      report,
    ])
    expect(code).toBe(1)
    expect(parseBuildReport(JSON.parse(await readFile(report, 'utf8')))).toMatchObject({
      unreadable: 1,
    })
  })

  test('--report writes a report that the contract parses', async () => {
    const report = join(await makeFolder(), 'report.json')
    await runMain(['check', join(await makeFolder(bad), 'harbour'), '--report', report])
    const account = parseBuildReport(JSON.parse(await readFile(report, 'utf8')))
    expect(account).toMatchObject({ files: 2, posts: 1, unreadable: 1 })
  })

  test('B17 verifies a built site', async () => {
    const { out } = await buildTestSite({ posts: good })
    expect(await runMain(['check', out])).toMatchObject({
      code: 0,
      out: expect.stringContaining('is valid'),
    })
    await writeFile(join(out, 'index.html'), '<html>')
    expect(await runMain(['check', out])).toMatchObject({
      code: 1,
      err: expect.stringContaining('index.html'),
    })
  })
})

test.each([
  [[], false],
  [['--redirects', 'none'], false],
  [['--redirects', 'pages'], true],
  [['--legacy', 'none'], false],
  [['--legacy', 'pages'], true],
  [['--legacy', 'pages', '--redirects', 'none'], false],
])('building with %j writes redirect pages: %j', async (flags, writes) => {
  const home = await makeFolder({ ...good, 'harbour/_config.yml': 'permalink: /:year/:title/\n' })
  const out = join(await makeFolder(), 'site')
  const site = ['--out', out, '--no-search', '--pages', 'none']
  const { code } = await runMain(['build', join(home, 'harbour'), ...site, ...flags])
  expect(code).toBe(0)
  expect((await readFolder(out)).has('2020/a/index.html')).toBe(writes)
})

test('help names --redirects and keeps quiet about its former name', async () => {
  const { out } = await runMain(['build', '--help'])
  expect(out).toContain('--redirects <choice>')
  expect(out).toContain('(default: none)')
  expect(out).not.toContain('--legacy')
})

test('help exits with 0', async () => {
  expect(await runMain(['--help'])).toMatchObject({
    code: 0,
    out: expect.stringContaining('build'),
  })
})
