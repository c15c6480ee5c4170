import { sha256 } from '@noble/hashes/sha2.js'
import { gzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { dataPath, toFileHash } from '#contract/file-names.ts'
import { toVolumeId, type LifeboatDirectory } from '#contract/lifeboat-directory.ts'
import type { LifeboatProgram } from '#contract/lifeboat-program.ts'
import { schemaVersion } from '#contract/schema-version.ts'
import { toHex } from '#core/bytes/to-hex.ts'
import { toBase85Bytes } from '#shape/lifeboat/base85.ts'
import { lifeboatEnd, toLifeboatHead, toProgramElements } from '#shape/lifeboat/lifeboat-page.ts'
import { checkLifeboatFile, isLifeboat } from './check-lifeboat.ts'

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
    title: 'News',
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

type Volume = LifeboatDirectory['volumes'][number]

interface Parts {
  volumes?: { bytes: Uint8Array; text?: string; facts?: Partial<Volume> }[]
  files?: LifeboatDirectory['files']
}

const toText = (bytes: Uint8Array) => new TextDecoder().decode(toBase85Bytes(bytes))

/** A lifeboat of these volumes, each as it is. */
function make({ volumes = [{ bytes: manifest }, { bytes: rows }], files }: Parts = {}): string {
  const directory: LifeboatDirectory = {
    version: 2,
    posts: 1,
    volumes: volumes.map(({ bytes, facts }, at) => ({
      bytes: bytes.length,
      packing: 'none',
      sha256: toHex(sha256(bytes)),
      bodies: at,
      ...facts,
    })),
    files: files ?? {
      'manifest.json': [0, 0, manifest.length],
      [rowsPath]: [1, 0, rows.length],
    },
  }
  const elements = volumes.map(
    ({ bytes, text = toText(bytes) }, at) =>
      `<script type="application/octet-stream" id="${toVolumeId(at)}">${text}</script>\n`,
  )
  const face = { title: 'News', language: 'en', words: (key: string) => key }
  return (
    toLifeboatHead({ ...face, directory, program }) +
    elements.join('') +
    toProgramElements(program) +
    lifeboatEnd
  )
}

const check = (html: string, known: LifeboatProgram | undefined = program) =>
  checkLifeboatFile(encoder.encode(html), {
    program: known,
    signal: new AbortController().signal,
  })

const faultsOf = async (html: string) => (await check(html)).faults

test('A10 a whole lifeboat is told from a page, and is whole', async () => {
  expect(isLifeboat(encoder.encode(make()))).toBe(true)
  expect(isLifeboat(encoder.encode('<!doctype html><p>text</p>'))).toBe(false)
  expect(isLifeboat(encoder.encode('---\ntitle: id="broadsheet-directory"\n---'))).toBe(false)
  const { faults, files, manifest: read, isProgramCompared } = await check(make())
  expect({ faults, files, isProgramCompared }).toEqual({
    faults: [],
    files: 2,
    isProgramCompared: true,
  })
  expect(read?.title).toBe('News')
})

test('without a program to compare with it says so', async () => {
  const { faults, isProgramCompared } = await checkLifeboatFile(encoder.encode(make()), {
    program: undefined,
    signal: new AbortController().signal,
  })
  expect({ faults, isProgramCompared }).toEqual({ faults: [], isProgramCompared: false })
})

describe('A10 a lifeboat is opened as data, and is named:', () => {
  const bomb = gzipSync(new Uint8Array(1 << 20))
  const misnamed = encoder.encode('{"rows":[1]}')
  test.each([
    ['a cut one', make().replace(lifeboatEnd, ''), [{ key: 'cut' }]],
    [
      'a damaged part',
      make({ volumes: [{ bytes: manifest }, { bytes: rows, text: '00000' }] }),
      [{ key: 'damaged', values: { number: 1, count: 1 } }],
    ],
    [
      'a part that is no base 85',
      make({ volumes: [{ bytes: manifest }, { bytes: rows, text: '&&&&&' }] }),
      [{ key: 'damaged', values: { number: 1, count: 1 } }],
    ],
    [
      'a part that unpacks to more than it says',
      make({
        volumes: [
          { bytes: manifest },
          {
            bytes: rows,
            text: toText(bomb),
            facts: { packing: 'repeats' },
          },
        ],
      }),
      [{ key: 'damaged', values: { number: 1, count: 1 } }],
    ],
    [
      'a missing part',
      make().replace(toVolumeId(1), 'other'),
      [{ key: 'missing', values: { number: 1, count: 1 } }],
    ],
    [
      'a file of another name',
      make({ volumes: [{ bytes: manifest }, { bytes: misnamed }] }),
      [{ key: 'misnamed', values: { path: rowsPath } }],
    ],
    ['no manifest', make({ files: { [rowsPath]: [1, 0, rows.length] } }), [{ key: 'noManifest' }]],
    [
      'a damaged manifest',
      make({ files: { 'manifest.json': [0, 0, 5] } }),
      [{ key: 'noManifest' }],
    ],
    ['no directory', make().replace('broadsheet-directory', 'x'), [{ key: 'noDirectory' }]],
    [
      'a damaged directory',
      make().replace('{"version"', '{version'),
      [{ key: 'damagedDirectory' }],
    ],
    ['one of another form', make().replace('"version":2', '"version":9'), [{ key: 'otherForm' }]],
    [
      'one that would fill the memory',
      make({
        volumes: Array.from({ length: 65 }, () => ({ bytes: rows, facts: { bytes: 2 ** 26 } })),
        files: {},
      }),
      [{ key: 'tooMuch' }],
    ],
    ['another program', make().replace('>00000<', '>00001<'), [{ key: 'program' }]],
    ['another policy', make().replace("default-src 'none'", 'default-src *'), [{ key: 'program' }]],
  ])('%s', async (_, html, faults) => {
    expect(await faultsOf(html)).toEqual(faults)
  })

  test('nothing more is read once it is not wanted', async () => {
    const abort = new AbortController()
    abort.abort()
    const checking = checkLifeboatFile(encoder.encode(make()), { program, signal: abort.signal })
    await expect(checking).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }))
  })
})
