import { describe, expect, test } from 'vitest'
import { isGoneScript } from './gone-script.ts'

const scope = 'https://archive.example/sub/'
const hour = 60 * 60_000

type Answer = [status: number, type: string, text?: string] | 'none'

const manifest: Answer = [200, 'application/json', '{"schemaVersion":9,"buildId":"one"}']
const missing: Answer = [404, 'text/html']
const login: Answer = [200, 'text/html; charset=utf-8', '<!doctype html>']
const script: Answer = [200, 'text/javascript; charset=utf-8']

/** A worker's starts, some hours apart, with what the host then has in place of its script and of the manifest. */
async function start(...times: [hours: number, sw: Answer, manifest: Answer][]) {
  let since: number | undefined
  const gone: boolean[] = []
  for (const [hours, sw, other] of times) {
    const place = {
      scope,
      ask: (address: string) => {
        const answer = address === `${scope}sw.js` ? sw : other
        if (answer === 'none') return Promise.reject(new TypeError('no network'))
        const [status, type, text = ''] = answer
        return Promise.resolve(new Response(text, { status, headers: { 'content-type': type } }))
      },
      now: () => hours * hour,
      readSince: () => Promise.resolve(since),
      writeSince: (next: number | undefined) => {
        since = next
        return Promise.resolve()
      },
    }
    gone.push(await isGoneScript(`${scope}sw.js`, place))
  }
  return gone
}

describe('A13 a worker whose site is there and whose script', () => {
  test.each<[string, Answer, boolean]>([
    ['is missing', missing, true],
    ['is gone for good', [410, 'text/plain'], true],
    ['is a page now', login, true],
    ['is there', script, false],
    ['is there in the older way', [200, 'application/javascript'], false],
    ['cannot be told from a broken host', [503, 'text/html'], false],
    ['cannot be told from a host that refuses', [403, 'text/html'], false],
    ['cannot be told without a network', 'none', false],
  ])('A13 %s', async (_, sw, isGone) => {
    expect(await start([1, sw, manifest])).toEqual([isGone])
  })
})

describe('A12 what is kept does not go with one odd answer', () => {
  test.each<[string, Answer, Answer]>([
    ['in the middle of an upload', missing, missing],
    ['behind the page of a network', login, login],
    ['of a host that then falls silent', missing, 'none'],
    ['of a host that has something else there', missing, [200, 'application/json', '{}']],
  ])('A12 %s', async (_, sw, other) => {
    expect(await start([1, sw, other], [2, sw, other], [3, script, manifest])).not.toContain(true)
  })

  test('A13 a site that is still gone a day later is gone', async () => {
    const gone = await start([1, missing, missing], [20, login, login], [25, missing, missing])
    expect(gone).toEqual([false, false, true])
  })

  test('A12 a script that was there meanwhile begins the day anew', async () => {
    const gone = await start(
      [1, missing, missing],
      [20, script, manifest],
      [30, missing, missing],
      [50, 'none', 'none'],
      [54, missing, missing],
    )
    expect(gone).toEqual([false, false, false, false, true])
  })
})
