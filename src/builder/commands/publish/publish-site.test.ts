import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  change,
  isThere,
  publish,
  putForeign,
  makePublishedSite,
  type PublishedSite,
} from '#builder/testing/publish-test-site.ts'
import { readPublishedSite } from '#builder/testing/published-reader.ts'
import { withS3Server } from '#builder/testing/s3-server.ts'
import { recordPath } from './publish-record.ts'

const server = withS3Server()

describe('publishing to a store', () => {
  test('uploads immutable files, then pages, start pages, the hashes, and the manifest last', async () => {
    const site = await makePublishedSite(server)
    const { code, out, put } = await publish(site)
    expect([code, out]).toEqual([0, expect.stringMatching(/^\d+ files uploaded \(.*, 0 unchanged/)])
    const steps = put.map((path) => {
      if (path === 'manifest.json') return 4
      if (path === 'SHA256SUMS') return 3
      if (['index.html', '404.html'].includes(path)) return 2
      return /^data\/|-AAAAAAAA\.js$/.test(path) ? 0 : 1
    })
    expect(steps).toEqual(steps.toSorted((one, other) => one - other))
    expect(put.slice(-2)).toEqual(['SHA256SUMS', 'manifest.json'])
    expect(await readPublishedSite(site.url)).toEqual(site.manifest)
  })

  test('says what the bucket of a site with mirrors must send', async () => {
    const site = await makePublishedSite(server, 2)
    const advice = expect.stringContaining('the bucket must send Access-Control-Allow-Origin: *')
    expect((await publish(site)).out).not.toEqual(advice)
    await site.build('AAAAAAAA', ['https://b.example/'])
    expect((await publish(site)).out).toEqual(advice)
  })

  test('sets the type, cache rule and compression of every file', async () => {
    const site = await makePublishedSite(server, 2)
    await publish(site)
    const opening = `data/opening/${site.manifest.opening}.json`
    const forEver = 'public, max-age=31536000, immutable'
    const headers = await Promise.all(
      ['manifest.json', 'index.html', 'assets/icon.svg', 'assets/main-AAAAAAAA.js', opening].map(
        async (path) => {
          const { headers } = await fetch(site.url + path)
          return ['type', 'encoding']
            .map((name) => headers.get(`content-${name}`))
            .concat(headers.get('cache-control'))
        },
      ),
    )
    expect(headers).toEqual([
      ['application/json', 'gzip', 'no-cache'],
      ['text/html; charset=utf-8', null, 'no-cache'],
      ['image/svg+xml', null, 'no-cache'],
      ['text/javascript; charset=utf-8', null, forEver],
      ['application/json', 'gzip', forEver],
    ])
  })

  test('uploads nothing the second time, and little after one post changed', async () => {
    const site = await makePublishedSite(server, 20)
    const first = await publish(site)
    expect(await publish(site)).toMatchObject({ puts: 0, out: expect.stringMatching(/^0 files/) })
    await change(site, 'The ferry sank')
    const dry = await publish(site, '--dry-run')
    const second = await publish(site)
    expect(dry.puts).toBe(0)
    expect(dry.out).toBe(second.out.replace('uploaded', 'would be uploaded'))
    expect(second.put.length).toBeLessThan(first.put.length / 2)
    await readPublishedSite(site.url)
  })

  test('warns when the prefix is not the base of the site', async () => {
    const site = { ...(await makePublishedSite(server, 1)), prefix: 'elsewhere/' }
    expect((await publish(site)).err).toMatch(
      /built for "\/news-\d+\/", but is uploaded to "\/elsewhere\/"/,
    )
  })
})

describe('--prune', () => {
  test('P3 keeps the newest build, immutable files of the previous one, and foreign files', async () => {
    const site = await makePublishedSite(server)
    await publish(site)
    const first = await change(site, 'Second', 'BBBBBBBB')
    await putForeign(site, 'notes.txt', 'mine')
    await putForeign(site, 'data/mine.json', '{}')
    await publish(site)
    await rm(join(site.home, 'harbour/_posts/2020-03-01-post-0.md'))
    const last = await change(site, 'Third', 'CCCCCCCC')
    expect((await publish(site)).out).toMatch(/of older builds left \(--prune/)
    expect((await publish(site, '--prune', '--dry-run')).out).toMatch(/would be deleted$/)
    expect((await publish(site, '--prune')).out).toMatch(/\d+ of older builds deleted$/)
    expect(await readPublishedSite(site.url)).toEqual(last.manifest)
    const marks = ['AAAAAAAA', 'BBBBBBBB', 'CCCCCCCC'].map((mark) => `assets/main-${mark}.js`)
    const openings = [site, first, last].map(
      ({ manifest }) => `data/opening/${manifest.opening}.json`,
    )
    const there = await Promise.all([...marks, ...openings].map((path) => isThere(site, path)))
    expect(there).toEqual([false, true, true, false, true, true])
    const rows = await listPages(site)
    expect(rows).toBe(5)
    expect(await isThere(site, 'notes.txt')).toBe(true)
    expect(await isThere(site, 'data/mine.json')).toBe(true)
    expect(await publish(site, '--prune')).toMatchObject({ puts: 0 })
  })

  test('recognizes its own objects when the record is lost, and keeps those that readers may need', async () => {
    const site = await makePublishedSite(server)
    await publish(site)
    await change(site, 'Second')
    await fetch(site.url + recordPath, { method: 'DELETE' })
    await publish(site, '--prune')
    expect(await isThere(site, `data/opening/${site.manifest.opening}.json`)).toBe(true)
    await change(site, 'Third')
    await publish(site, '--prune')
    expect(await isThere(site, `data/opening/${site.manifest.opening}.json`)).toBe(false)
  })
})

async function listPages({ url, store }: PublishedSite): Promise<number> {
  const prefix = url.slice(store.bucketUrl.length)
  const list = await fetch(`${store.bucketUrl}?list-type=2&prefix=${prefix}posts/`)
  return [...(await list.text()).matchAll(/<Key>/g)].length
}

describe('the record of a store', () => {
  test.each([
    ['is lost', undefined],
    ['is invalid', 'nonsense'],
  ])('causes no upload when it %s', async (_, text) => {
    const site = await makePublishedSite(server)
    await publish(site)
    if (text === undefined) await fetch(site.url + recordPath, { method: 'DELETE' })
    else await putForeign(site, recordPath, text)
    expect(await publish(site)).toMatchObject({ code: 0, put: [], puts: 1 })
    expect(await publish(site)).toMatchObject({ puts: 0 })
  })

  test('P4 is ignored for objects that are gone or changed', async () => {
    const site = await makePublishedSite(server)
    await publish(site)
    const opening = `data/opening/${site.manifest.opening}.json`
    const report = `data/report/${site.manifest.report}.json`
    await putForeign(site, opening, '{"calendar":{}}')
    await fetch(site.url + report, { method: 'DELETE' })
    expect((await publish(site)).put.toSorted()).toEqual([opening, report])
    await readPublishedSite(site.url)
  })
})
