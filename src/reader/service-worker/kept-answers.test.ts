import { beforeEach, describe, expect, test } from 'vitest'
import { keptRecordPath, openMadeCache } from '#reader/storage/kept/kept-cache.ts'
import { MemoryCaches } from '#reader/testing/memory-caches.ts'
import { KeptAnswers } from './kept-answers.ts'

const scope = 'https://archive.example/sub/'

interface Part {
  path: string
  mode?: RequestMode
  method?: string
  cache?: RequestCache
  headers?: Record<string, string>
}

const keptManifest = '{"buildId":"one","opening":"openingone"}'

let caches: MemoryCaches
/** Texts that the host has by address; `undefined` = it does not answer. */
let host: Map<string, string> | undefined
let asked: string[]
/** Whether a page's patience is at its end at once. */
let isSlow: boolean
/** Lets a slow host answer after all. */
let answerLate: () => void
let late: Promise<void>

beforeEach(async () => {
  caches = new MemoryCaches()
  host = undefined
  asked = []
  isSlow = false
  late = new Promise((resolve) => (answerLate = resolve))
  const cache = await caches.open('kept')
  const kept = {
    [keptRecordPath]: '{"build":"one"}',
    'index.html?build=one': 'kept front door',
    '404.html?build=one': 'kept page',
    'manifest.json?build=one': keptManifest,
    'data/bodies/a.json': 'kept article',
    'assets/reader-AAAA.js': 'kept code',
  }
  for (const [path, text] of Object.entries(kept))
    await cache.put(`/sub/${path}`, new Response(text))
})

function make() {
  const answers = new KeptAnswers({
    scope,
    openCache: () => openMadeCache('kept', caches),
    fetch: async ({ url }) => {
      asked.push(url.replace(scope, ''))
      if (isSlow) await late
      if (host === undefined) throw new TypeError('no network')
      const text = host.get(url.replace(scope, ''))
      return Promise.resolve(
        new Response(text ?? 'missing', { status: text === undefined ? 404 : 200 }),
      )
    },
    wait: () => (isSlow ? Promise.resolve() : new Promise(() => undefined)),
  })
  return async ({ path, mode = 'cors', method = 'GET', cache = 'default', headers }: Part) => {
    const url = path.startsWith('https:') ? path : scope + path
    const request = { url, mode, method, cache, headers: new Headers(headers) } as Request
    const answer = answers.answer({ request, clientId: 'page', resultingClientId: 'page' })
    return answer === undefined ? undefined : (await answer).text()
  }
}

describe('A13 the worker leaves to the browser', () => {
  test.each<[string, Part]>([
    ['other hosts', { path: 'https://other.example/sub/data/bodies/a.json' }],
    ['a host whose name begins alike', { path: 'https://archive.example.evil/sub/index.html' }],
    ['the folder beside', { path: 'https://archive.example/subway/data/bodies/a.json' }],
    ['the folder above', { path: 'https://archive.example/', mode: 'navigate' }],
    ['what is sent', { path: 'data/bodies/a.json', method: 'POST' }],
    ['questions about a file', { path: 'data/bodies/a.json', method: 'HEAD' }],
    ['pieces of a file', { path: 'data/bodies/a.json', headers: { range: 'bytes=0-1' } }],
    ['its own script', { path: 'sw.js' }],
    ['its own record', { path: keptRecordPath }],
    ['feeds', { path: 'feeds/atom.xml' }],
    ['a page of somebody else below it', { path: 'other/report.zip', mode: 'navigate' }],
    ['a page whose name begins alike', { path: 'aboutness/', mode: 'navigate' }],
    ['what is asked past all caches', { path: 'manifest.json', cache: 'no-store' }],
  ])('A13 %s', async (_, part) => {
    expect(await make()(part)).toBeUndefined()
    expect(asked).toEqual([])
  })
})

describe('without the host', () => {
  test.each<[string, Part, string]>([
    ['the front door', { path: '', mode: 'navigate' }, 'kept front door'],
    ['a list', { path: '?tag=sea#top', mode: 'navigate' }, 'kept front door'],
    ['an article', { path: 'posts/2020-01-01-abcdefgh/', mode: 'navigate' }, 'kept page'],
    ['the calendar', { path: 'calendar', mode: 'navigate' }, 'kept page'],
    ['the manifest', { path: 'manifest.json' }, keptManifest],
    ['an article’s pack', { path: 'data/bodies/a.json' }, 'kept article'],
    ['code that is asked for again', { path: 'assets/reader-AAAA.js?again=1' }, 'kept code'],
    ['a pack past caches', { path: 'data/bodies/a.json', cache: 'reload' }, 'kept article'],
  ])('%s is kept', async (_, part, text) => {
    expect(await make()(part)).toBe(text)
  })

  test('what is not kept fails as without a worker', async () => {
    await expect(make()({ path: 'data/bodies/b.json' })).rejects.toThrow('no network')
    caches = new MemoryCaches()
    await expect(make()({ path: '', mode: 'navigate' })).rejects.toThrow('no network')
    await expect(make()({ path: 'manifest.json' })).rejects.toThrow('no network')
  })

  test('a host that is silent is not waited for', async () => {
    isSlow = true
    expect(await make()({ path: '', mode: 'navigate' })).toBe('kept front door')
  })

  test('what was removed is not made anew', async () => {
    await caches.delete('kept')
    await expect(make()({ path: 'data/bodies/a.json' })).rejects.toThrow('no network')
    expect(await caches.has('kept')).toBe(false)
  })
})

describe('with the host', () => {
  beforeEach(() => {
    host = new Map([
      ['', 'new front door'],
      ['manifest.json', 'new manifest'],
      ['data/bodies/a.json', 'whole article'],
    ])
  })

  test('pages and the manifest are the host’s', async () => {
    const ask = make()
    expect(await ask({ path: '', mode: 'navigate' })).toBe('new front door')
    expect(await ask({ path: 'posts/gone/', mode: 'navigate' })).toBe('missing')
    expect(await ask({ path: 'manifest.json' })).toBe('new manifest')
  })

  test('a kept file is not asked for', async () => {
    expect(await make()({ path: 'data/bodies/a.json' })).toBe('kept article')
    expect(asked).toEqual([])
  })

  test('A13 the worker proves nothing: a page that finds a kept file damaged gets the host’s, which is kept', async () => {
    const ask = make()
    expect(await ask({ path: 'data/bodies/a.json', cache: 'reload' })).toBe('whole article')
    host = undefined
    expect(await ask({ path: 'data/bodies/a.json' })).toBe('whole article')
  })

  test('A14 a page that was opened from what is kept starts with the manifest of its own build', async () => {
    const ask = make()
    const answers = host
    host = undefined
    expect(await ask({ path: '', mode: 'navigate' })).toBe('kept front door')
    host = answers
    expect(await ask({ path: 'manifest.json' })).toBe(keptManifest)
    // Whether there is a newer build, it asks the host.
    expect(await ask({ path: 'manifest.json' })).toBe('new manifest')
  })

  test.each([
    ['of another build does not start with the kept manifest', '<meta content="other">', undefined],
    ['of the kept build does', '<meta content="openingone">', keptManifest],
  ])('A14 a page from the host %s when the host then fails', async (_, page, text) => {
    const ask = make()
    host?.set('', page)
    expect(await ask({ path: '', mode: 'navigate' })).toBe(page)
    host = undefined
    const answer = await ask({ path: 'manifest.json' }).catch(() => undefined)
    expect(answer).toBe(text)
  })

  test('A14 a page from the host does not start with an older manifest when the host is slow', async () => {
    const ask = make()
    host?.set('', '<meta content="other">').set('manifest.json', '{"buildId":"other"}')
    await ask({ path: '', mode: 'navigate' })
    isSlow = true
    const answer = ask({ path: 'manifest.json' })
    answerLate()
    expect(await answer).toBe('{"buildId":"other"}')
  })
})
