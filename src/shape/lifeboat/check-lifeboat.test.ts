import { sha256 } from '@noble/hashes/sha2.js'
import { gzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { loadLifeboatMessages } from '#article/lifeboat/load-lifeboat-messages.ts'
import { interfaceLanguages } from '#article/languages/interface-languages.ts'
import { makeWords } from '#article/words.ts'
import type { ArticleBody } from '#contract/body-pack.ts'
import { dataPath, toFileHash } from '#contract/file-names.ts'
import { mostVolumes, toVolumeId } from '#contract/lifeboat-directory.ts'
import type { LifeboatProgram } from '#contract/lifeboat-program.ts'
import { schemaVersion } from '#contract/schema-version.ts'
import type { PostSummary } from '#contract/timeline-shard.ts'
import { parsePostId } from '#core/post/post-id.ts'
import { toBase85Bytes } from './base85.ts'
import { checkLifeboat } from './check-lifeboat.ts'
import { LifeboatMaker } from './lifeboat-maker.ts'
import { lifeboatEnd } from './lifeboat-page.ts'

const encoder = new TextEncoder()
const source = `'sha256-${'A'.repeat(43)}='`
const program: LifeboatProgram = {
  loader: 'load()',
  styles: 'p{}',
  reader: '00000',
  worker: '11111',
  sources: { loader: source, reader: source, styles: source },
}
const hash = 'a'.repeat(26)
const manifest = encoder.encode(
  JSON.stringify({
    schemaVersion,
    buildId: hash,
    title: 'News & “more”',
    timeZone: 'UTC',
    languages: ['en'],
    counts: { files: 1, posts: 1, copies: 0, versions: 0, unreadable: 0, problems: 0 },
    timeline: { rows: 1, rowsPerShard: 16, shardsPerDirectory: 512, directories: [], tail: [hash] },
    opening: hash,
    facets: [],
    permalinks: [],
    report: hash,
  }),
)
const rows = encoder.encode('{"rows":[]}')
const rowsPath = dataPath('timeline', toFileHash(sha256(rows)))

const id = parsePostId('2020-08-30-abcdefgh')
if (!id) throw new Error('no id')
const length = { count: 1, unit: 'words' } as const
const row: PostSummary = {
  id,
  title: `A <b> & 'c' <li>`,
  tags: [],
  collection: 'x',
  kind: 'article',
  length,
}
const sourceUrl = `https://a.example/it's?b=1&c=(2)`
const body: ArticleBody = { id, file: 'x/2020.md', parts: [], sourceUrl }

interface Parts {
  language?: (typeof interfaceLanguages)[number]
  /** Files after the manifest. */
  files?: Record<string, Uint8Array>
  posts?: number
}

/** A lifeboat as the builder and the reader write it. */
async function make({
  language = 'en',
  files = { [rowsPath]: rows },
  posts = 1,
}: Parts = {}): Promise<string> {
  const words = makeWords(await loadLifeboatMessages(language), language)
  const maker = new LifeboatMaker<string>({
    face: { title: 'News & “more”', language, words },
    program,
    pack: (bytes) => Promise.resolve(gzipSync(bytes)),
    keep: (bytes) => new TextDecoder().decode(bytes),
  })
  await maker.take('first', { path: 'manifest.json', bytes: manifest, bodies: 0 })
  for (const [path, bytes] of Object.entries(files)) {
    await maker.take('rest', { path, bytes, bodies: 1 })
  }
  for (let post = 0; post < posts; post++) maker.list({ row, body })
  return (await maker.finish()).join('')
}

const whole = await make()
const misnamed = await make({ files: { [rowsPath]: encoder.encode('{"rows":[1]}') } })

const check = (html: string, known: LifeboatProgram | undefined = program) =>
  checkLifeboat(html, { program: known, rest: () => Promise.resolve() })
const faultsOf = async (html: string) => (await check(html)).faults

/** The lifeboat with another text in a volume, of which the directory says something else. */
function forge(bytes: Uint8Array, facts: Record<string, unknown>): string {
  const text = new TextDecoder().decode(toBase85Bytes(bytes))
  const directory = /("volumes":\[\{[^}]*\},)\{([^}]*)\}/
  return whole
    .replace(/(id="broadsheet-volume-1">)[^<]*/, (_, tag: string) => tag + text)
    .replace(directory, (_, before: string, own: string) => {
      const forged = { ...(JSON.parse(`{${own}}`) as object), ...facts }
      return before + JSON.stringify(forged)
    })
}

function swapVolumes(html: string): string {
  const [first = '', second = ''] =
    html.match(/<script [^>]*id="broadsheet-volume-\d">[^<]*<\/script>\n/g) ?? []
  return html.replace(first, '').replace(second, second + first)
}

/** The lifeboat with another text in its directory. */
const openDirectory = (text: string) =>
  whole.replace(/(id="broadsheet-directory">)[^<]*/, (_, tag: string) => tag + text)

test.each(interfaceLanguages)('a lifeboat in %s is whole', async (language) => {
  const { faults, files, manifest: read } = await check(await make({ language }))
  expect({ faults, files }).toEqual({ faults: [], files: 2 })
  expect(read?.title).toBe('News & “more”')
})

test.each([
  ['without a post in its list', { posts: 0 }],
  ['with many', { posts: 5_000 }],
])('a lifeboat %s is whole', async (_, parts) => {
  expect(await faultsOf(await make(parts))).toEqual([])
})

test('without a program to compare with, the data alone is proven', async () => {
  const other = whole.replace('<body>', '<body><p>more</p>')
  const { faults, files } = await checkLifeboat(other, {
    program: undefined,
    rest: () => Promise.resolve(),
  })
  expect({ faults, files }).toEqual({ faults: [], files: 2 })
})

describe('A10 L4 what this version does not write is named:', () => {
  const refresh = '<meta http-equiv="refresh" content="0;url=https://evil.example/">'
  test.each([
    ['a page that leads on', (html: string) => html.replace('</head>', `${refresh}</head>`)],
    ['the same in the list', (html: string) => html.replace('<li>', `<li>${refresh}`)],
    ['the same behind the end', (html: string) => html + refresh],
    [
      'the same between volumes',
      (html: string) => html.replace('</script>\n', `</script>\n${refresh}`),
    ],
    ['a row with a handler', (html: string) => html.replace('<a href=', '<a onclick="x()" href=')],
    [
      'a link that is a script',
      (html: string) => html.replace('"https://a.ex', '"javascript:a.ex'),
    ],
    ['other words', (html: string) => html.replace('needs no network', 'needs a network')],
    ['another number of posts', (html: string) => html.replace('<li>', '<li>Another\n<li>')],
    ['another title', (html: string) => html.replace('<title>', '<title>Not ')],
    ['a heading that says more', (html: string) => html.replace('<h1>', '<h1>Not ')],
    ['a part more', (html: string) => html.replace('<p id="broadsheet-end"', '<p></p>$&')],
    [
      'a volume more',
      (html: string) =>
        html.replace(
          '<p id="broadsheet-end"',
          `<script type="application/octet-stream" id="${toVolumeId(2)}">00000</script>\n$&`,
        ),
    ],
    ['a byte order mark', (html: string) => `\ufeff${html}`],
    ['another language', (html: string) => html.replace('lang="en"', 'lang="de"')],
    ['spaces in the directory', (html: string) => html.replace('{"version":2', '{ "version":2')],
    [
      'more in the directory',
      (html: string) => html.replace('{"version":2', '{"more":1,"version":2'),
    ],
    ['another order of volumes', swapVolumes],
  ])('%s', async (_, change) => {
    const html = change(whole)
    expect(html).not.toBe(whole)
    const keys = (await faultsOf(html)).map(({ key }) => key)
    expect(keys.filter((key) => key === 'foreign' || key === 'program')).toHaveLength(1)
  })
})

describe('A10 L4 a lifeboat is opened as data, and is named:', () => {
  const bomb = gzipSync(new Uint8Array(1 << 20))
  const damaged = [{ key: 'damaged', values: { number: 1, count: 1 } }]
  test.each([
    ['a cut one', whole.replace(lifeboatEnd, ''), [{ key: 'cut' }]],
    ['a damaged part', whole.replace(/(volume-1">.{20})./, '$1~'), damaged],
    ['a part that is no base 85', whole.replace(/(volume-1">.{8})./, '$1&'), damaged],
    ['a part that unpacks to more than it says', forge(bomb, {}), damaged],
    ['a part that is longer than what it says', forge(new Uint8Array(1 << 20), {}), damaged],
    [
      'a missing part',
      whole.replace(toVolumeId(1), 'other'),
      [{ key: 'missing', values: { number: 1, count: 1 } }, { key: 'foreign' }],
    ],
    ['a file of another name', misnamed, [{ key: 'misnamed', values: { path: rowsPath } }]],
    ['no manifest', whole.replace('"manifest.json"', '"other.json"'), [{ key: 'noManifest' }]],
    [
      'a damaged manifest',
      whole.replace(/"manifest.json":\[0,0,\d+\]/, '"manifest.json":[0,0,5]'),
      [{ key: 'noManifest' }],
    ],
    ['no directory', whole.replace('broadsheet-directory', 'x'), [{ key: 'noDirectory' }]],
    ['a damaged directory', whole.replace('{"version"', '{version'), [{ key: 'damagedDirectory' }]],
    ['one of another form', whole.replace('"version":2', '"version":9'), [{ key: 'otherForm' }]],
    ['another program', whole.replace('>00000<', '>00001<'), [{ key: 'program' }]],
    ['another policy', whole.replace("default-src 'none'", 'default-src *'), [{ key: 'program' }]],
  ])('%s', async (_, html, faults) => {
    expect(await faultsOf(html)).toEqual(faults)
  })
})

describe('A10 L4 sizes bound the work before it is done:', () => {
  const volume = { bytes: 2 ** 26, packing: 'none', sha256: '0'.repeat(64), bodies: 0 }
  const toDirectory = (volumes: number, files: Record<string, number[]> = {}) =>
    openDirectory(
      JSON.stringify({
        version: 2,
        posts: 1,
        volumes: Array.from({ length: volumes }, () => volume),
        files,
      }),
    )
  test.each([
    ['unpacks to more than 4 GB', toDirectory(65), 'tooMuch'],
    ['has very many volumes', toDirectory(mostVolumes + 1), 'otherForm'],
    [
      'has files over each other',
      toDirectory(1, { 'a.json': [0, 0, 2 ** 26], 'b.json': [0, 0, 2 ** 26] }),
      'otherForm',
    ],
    [
      'is nested very deep',
      openDirectory(`{"version":${'['.repeat(1e6)}${']'.repeat(1e6)}}`),
      'damagedDirectory',
    ],
    ['is very long', openDirectory(`"${'x'.repeat(2 ** 24)}"`), 'otherForm'],
  ])('a directory that %s', async (_, html, key) => {
    expect(await faultsOf(html)).toEqual([{ key }])
  })

  test('nothing more is read once it is not wanted', async () => {
    let rests = 0
    const rest = () => (++rests === 2 ? Promise.reject(new Error('enough')) : Promise.resolve())
    await expect(checkLifeboat(whole, { program, rest })).rejects.toThrow('enough')
    expect(rests).toBe(2)
  })
})
