import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeFolder } from '#testing/make-archive.ts'
import type { FaultyStore } from '#builder/testing/faulty-store.ts'
import {
  change,
  publish,
  putForeign,
  makePublishedSite,
  type PublishedSite,
} from '#builder/testing/publish-test-site.ts'
import { readPublishedSite } from '#builder/testing/published-reader.ts'
import { withS3Server } from '#builder/testing/s3-server.ts'
import { lockName } from '#builder/ground/locks/folder-lock.ts'

const server = withS3Server()

/** Injects a fault into every n-th request. */
function disturb(store: FaultyStore, every: number, fault: 'throttle' | 'cutBefore' | 'cutAfter') {
  let requests = 0
  store.plan = () => (++requests % every === 0 ? fault : undefined)
}

describe('a faulty store', () => {
  test.each(['throttle', 'cutBefore', 'cutAfter'] as const)(
    'P2 that does %s now and then still receives everything',
    async (fault) => {
      const site = await makePublishedSite(server)
      disturb(site.store, 11, fault)
      const { code, put } = await publish(site)
      expect(code).toBe(0)
      expect(await readPublishedSite(site.url)).toEqual(site.manifest)
      site.store.plan = () => undefined
      expect(new Set(put).size).toBeGreaterThan(20)
      expect(await publish(site)).toMatchObject({ puts: 0 })
    },
  )

  test('that loses the response to the manifest: the run recognizes the manifest as its own', async () => {
    const site = await makePublishedSite(server)
    let cuts = 1
    site.store.plan = ({ key, method }) =>
      method === 'PUT' && key.endsWith('manifest.json') && cuts-- > 0 ? 'cutAfter' : undefined
    expect((await publish(site)).code).toBe(0)
  })

  test('P2 that receives a corrupted upload refuses it, and readers keep seeing the old site', async () => {
    const site = await makePublishedSite(server)
    await publish(site)
    await change(site, 'Second')
    site.store.plan = ({ method, key }) =>
      method === 'PUT' && key.includes('/posts/') ? 'corrupt' : undefined
    const { code, err } = await publish(site)
    expect([code, err]).toEqual([1, expect.stringMatching(/upload to .* was corrupted on the way/)])
    expect(await readPublishedSite(site.url)).toEqual(site.manifest)
  })
})

/** Another site, published to the same prefix. */
async function makeOther(site: PublishedSite): Promise<PublishedSite> {
  const other = await makePublishedSite(server, 5)
  return { ...other, prefix: site.prefix, url: site.url }
}

describe('two concurrent runs', () => {
  test('the first one stops without showing its site', async () => {
    const site = await makePublishedSite(server)
    await publish(site)
    const old = await makeOther(site)
    await change(site, 'Second')
    let other: Promise<{ code: number }> | undefined
    old.store.plan = async ({ method, key }) => {
      if (method === 'PUT' && key.includes('/posts/')) await (other ??= publish(site))
      return undefined
    }
    const { code, err } = await publish(old)
    expect([code, err]).toEqual([1, expect.stringMatching(/Another publish run has taken over/)])
    expect((await other)?.code).toBe(0)
    const { manifest } = await site.build()
    expect(await readPublishedSite(site.url)).toEqual(manifest)
  })
})

describe('a run is refused', () => {
  test('P3 when foreign files are at the paths of pages', async () => {
    const site = await makePublishedSite(server, 1)
    await putForeign(site, 'index.html', 'my own page')
    const { code, err, puts } = await publish(site)
    expect([code, err, puts]).toEqual([
      1,
      expect.stringMatching(/target already holds files that Broadsheet did not publish/),
      0,
    ])
    expect(await (await fetch(`${site.url}index.html`)).text()).toBe('my own page')
  })

  test('when the folder is not a site, or a build is running in it', async () => {
    const site = await makePublishedSite(server, 1)
    const empty = await publish({ ...site, out: await makeFolder() })
    expect(empty.err).toMatch(/holds no site built by Broadsheet/)
    await writeFile(join(site.out, lockName), '{}')
    expect((await publish(site)).err).toMatch(/A build is running/)
    expect(site.store.stored).toEqual([])
  })

  test('when a file of the site is damaged', async () => {
    const site = await makePublishedSite(server, 1)
    const opening = join(site.out, `data/opening/${site.manifest.opening}.json`)
    await writeFile(opening, (await readFile(opening, 'utf8')).replace('2020', '2021'))
    const { err, put } = await publish(site)
    expect(err).toMatch(/missing or damaged/)
    expect(put).not.toContain('manifest.json')
  })

  test('when a build runs in between', async () => {
    const site = await makePublishedSite(server)
    let build: Promise<unknown> | undefined
    site.store.plan = async ({ method, key }) => {
      if (method === 'PUT' && key.includes('/data/')) await (build ??= change(site, 'Second'))
      return undefined
    }
    const { err, put } = await publish(site)
    expect(err).toMatch(/was rebuilt while it was being published/)
    expect(put).not.toContain('manifest.json')
  })
})
