import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { dataPath, toFileHash, type FileHash } from '#contract/file-names.ts'
import { rangeSelection } from '#core/selection/selection.ts'
import { makeIndex, smallBlocks, smallSegments } from '#search/testing/make-index.ts'
import { SearchSession } from './search-session.ts'
import type { NamedDays, WorkerAnswer } from './search-messages.ts'

const posts = [
  { title: '港口灯塔', body: 'The lights came back' },
  { title: 'Harbour lights', body: '潮汐表與航線圖' },
  { title: '茶园', body: 'nothing of the sea' },
  { title: 'Tide', body: 'the harbour, again and again' },
  { title: '航线', body: '潮汐' },
  { title: 'Fog', body: 'harbour fog' },
  { title: 'Tea', body: 'no water' },
  { title: '灯', body: 'lights' },
]

interface Host {
  requests: { path: string; cache: RequestCache | undefined }[]
  /** Answers in place of the host; `undefined` leaves the answer to the host. */
  spoil: (path: string, cache: RequestCache | undefined) => Response | undefined
}

let host: Host
let root: FileHash
const opening = toFileHash(new Uint8Array(32))

beforeEach(async () => {
  const index = makeIndex(posts, { segments: smallSegments, blocks: smallBlocks })
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(index.root))
  root = toFileHash(new Uint8Array(digest))
  host = { requests: [], spoil: () => undefined }
  vi.stubGlobal('fetch', async (address: string, { cache }: RequestInit) => {
    const path = address.replace('/sub/', '')
    host.requests.push({ path, cache })
    const bytes = path === dataPath('search', root) ? index.root : index.blocks.get(path)
    const answer = bytes === undefined ? new Response('', { status: 404 }) : undefined
    return Promise.resolve(
      host.spoil(path, cache) ?? answer ?? new Response(new Uint8Array(bytes ?? [])),
    )
  })
})

afterEach(() => vi.unstubAllGlobals())

async function open() {
  const answers: WorkerAnswer[] = []
  const session = new SearchSession((answer) => answers.push(answer))
  const archive = { base: '/sub/', build: 'one', root, opening, rows: posts.length, facets: [] }
  await session.take({ kind: 'open', id: 1, archive })
  const search = async (query: string, days: NamedDays[] = []) => {
    answers.length = 0
    await session.take({ kind: 'search', id: 2, query, days })
    const batches = answers.filter((answer) => answer.kind === 'batch')
    return batches.flatMap(({ ordinals }) => Array.from(ordinals)).toSorted((a, b) => a - b)
  }
  return { session, answers, search }
}

const year2022 = { days: { from: '2022-01-01', to: '2022-12-31' }, posts: rangeSelection(1, 4) }
const isBlock = (path: string) => /^data\/search\/.+\/\d+\.bin$/.test(path)

describe('a search in the worker', () => {
  test.each([
    ['harbour', [1, 3, 5]],
    ['harbour -fog', [1, 3]],
    ['title:harb', [1]],
    ['航線', [1, 4]],
    ['潮汐', [1, 4]],
    ['灯塔', [0]],
    ['"came back"', [0]],
    ['!!!', []],
    ['tag:none', []],
    ['灯塔 OR title:harb', [0, 1]],
    ['harbour -(fog OR title:harbour)', [3]],
  ])('%s finds %j', async (query, ordinals) => {
    const { search } = await open()
    expect(await search(query)).toEqual(ordinals)
  })

  test.each([
    ['harbour date:2022', [1, 3]],
    ['harbour -date:2022', [5]],
    ['灯塔 OR (date:2022 harbour)', [0, 1, 3]],
    ['harbour date:2021', []],
  ])('%s finds posts of the days that the page knows: %j', async (query, ordinals) => {
    const { search } = await open()
    expect(await search(query, [year2022])).toEqual(ordinals)
  })

  test('first sends the query as parsed, and ends with the last batch', async () => {
    const { search, answers } = await open()
    await search('"harbour')
    expect(answers[0]).toMatchObject({
      kind: 'understood',
      query: { notes: [{ code: 'unclosed-quote' }] },
    })
    const lasts = answers.flatMap((answer) => (answer.kind === 'batch' ? [answer.isLast] : []))
    expect(lasts.filter(Boolean)).toEqual([true])
    expect(lasts.at(-1)).toBe(true)
  })

  test('fetches each block once', async () => {
    const { search } = await open()
    await search('harbour')
    const first = host.requests.length
    await search('harbour')
    expect(host.requests).toHaveLength(first)
  })

  test('S24 fetches everything again past the cache when a block arrives damaged', async () => {
    host.spoil = (path, cache) =>
      isBlock(path) && cache !== 'reload' ? new Response('<html>') : undefined
    const { search } = await open()
    expect(await search('harbour')).toEqual([1, 3, 5])
    expect(host.requests.filter(({ cache }) => cache === 'reload').length).toBeGreaterThan(0)
  })

  test('S24 says so when a block stays damaged, and searches again when asked', async () => {
    host.spoil = (path) => (isBlock(path) ? new Response('BSIX') : undefined)
    const { search, answers } = await open()
    await search('harbour')
    expect(answers.at(-1)).toMatchObject({ kind: 'failed', failure: { kind: 'corrupt' } })
    host.spoil = () => undefined
    expect(await search('harbour')).toEqual([1, 3, 5])
  })

  test('A4 refuses blocks of another index, though each is whole by itself', async () => {
    const index = makeIndex([...posts].reverse(), { segments: smallSegments, blocks: smallBlocks })
    const blocks = [...index.blocks]
    host.spoil = (path) => {
      const number = /\/(\d+)\.bin$/.exec(path)?.[1]
      const other = blocks.find(([name]) => name.endsWith(`/${number}.bin`))?.[1]
      return isBlock(path) && other !== undefined ? new Response(new Uint8Array(other)) : undefined
    }
    const { search, answers } = await open()
    expect(await search('harbour')).toEqual([])
    expect(answers.at(-1)).toMatchObject({ kind: 'failed', failure: { kind: 'corrupt' } })
  })

  test('S24 says so when a block is missing', async () => {
    host.spoil = (path) => (isBlock(path) ? new Response('', { status: 404 }) : undefined)
    const { search, answers } = await open()
    await search('harbour')
    expect(answers.at(-1)).toMatchObject({
      kind: 'failed',
      failure: { kind: 'status', status: 404 },
    })
  })

  test('sends nothing more for a cancelled search', async () => {
    const { session, answers } = await open()
    const search = session.take({ kind: 'search', id: 2, query: 'harbour', days: [] })
    await session.take({ kind: 'cancel', id: 2 })
    await search
    expect(answers.map(({ kind }) => kind)).toEqual(['understood'])
  })
})

describe('marks', () => {
  const fields = [
    { field: 'title', text: '臺灣 Harbour' },
    { field: 'body', text: 'no hArbour' },
  ] as const

  test.each([
    ['台湾', [['臺灣'], []], true],
    ['harbour', [['Harbour'], ['hArbour']], true],
    ['title:harbour', [['Harbour'], []], true],
    ['harbour fog', [['Harbour'], ['hArbour']], false],
    ['-harbour', [[], []], true],
    ['台湾 OR harbour', [['臺灣', 'Harbour'], ['hArbour']], true],
    ['fog OR (no harbour)', [['Harbour'], ['no', 'hArbour']], true],
    ['fog OR tag:x', [[], []], false],
    ['-(fog OR harbour)', [[], []], true],
    ['tag:harbour', [[], []], true],
  ])('%s are %j', async (query, texts, isWhole) => {
    const { session, answers } = await open()
    await session.take({ kind: 'mark', id: 3, query, fields })
    const [answer] = answers
    if (answer?.kind !== 'marks') throw new Error('no marks')
    const marked = answer.marks.map((ranges, at) =>
      ranges.map(({ start, end }) => fields[at]?.text.slice(start, end)),
    )
    expect([marked, answer.isWhole]).toEqual([texts, isWhole])
  })
})

test('a snippet of an article is cut around its hits', async () => {
  const { session, answers } = await open()
  const parts = [`<p>${'far away. '.repeat(40)}</p>`, '<p>In the <b>har</b>bour at night</p>']
  await session.take({ kind: 'snippet', id: 3, query: 'harbour', parts, characters: 60 })
  const [answer] = answers
  if (answer?.kind !== 'snippet') throw new Error('no snippet')
  const { text, marks } = answer.snippet
  expect(marks.map(({ start, end }) => text.slice(start, end))).toEqual(['harbour'])
  expect(text.length).toBeLessThanOrEqual(61)
})
