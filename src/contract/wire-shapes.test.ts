import { describe, expect, test } from 'vitest'
import { parseBodyPack } from './body-pack.ts'
import { parseBuildReport } from './build-report.ts'
import { ContractError } from './contract-error.ts'
import { parseFacetDictionary } from './facet-dictionary.ts'
import { parseManifest } from './manifest.ts'
import { parseOldAddressBucket, parseOldAddressRoot } from './old-addresses-file.ts'
import { schemaVersion } from './schema-version.ts'
import { parseShardDirectory } from './shard-directory.ts'
import { parseTimelineShard, toShardNumber } from './timeline-shard.ts'

const hash = 'abcdefghijklmnopqrstuvwx23'
const id = '2020-08-30-abcdefg2'
const row = {
  id,
  title: '标题 & "title"',
  publishedAt: '2020-08-30T21:56:11Z',
  sourceTimestamp: { text: '30/08/2020 - 22:43', origin: 'dateline' },
  timeFlags: ['epochMissing'],
  author: 'Harbour Gazette',
  tags: ['__proto__', 'constructor'],
  collection: 'news',
  sourceHost: 'example.org',
  kind: 'article',
  language: 'zh-Hans',
  excerpt: 'text',
  leadImage: {
    url: 'https://example.org/a.jpg',
    width: 640,
    height: 480,
    alt: 'a boat',
    file: `${hash}.webp`,
  },
  length: { count: 12, unit: 'characters' },
  versions: 2,
}
const shard = { firstOrdinal: 64, rows: [row], packs: [{ firstOrdinal: 64, pack: hash }] }
const body = {
  id,
  sourceUrl: 'http://example.org//cn/%E4%B8%AD',
  writtenUrl: 'http://example.org//cn/%25E4%25B8%25AD',
  file: 'news/_posts/2020-08-30-x.md',
  keptSource: { pack: hash, start: 12, bytes: 34 },
  parts: ['<p>x</p>'],
  localPictures: [
    { url: 'https://example.org/a.jpg', file: `${hash}.webp`, width: 640, height: 480 },
  ],
  extra: { layout: 'post' },
  versions: [{ id, title: 'x', publishedOn: '2020-08-30' }],
}
const manifest = {
  schemaVersion,
  buildId: hash,
  title: 'News',
  timeZone: 'UTC',
  languages: ['zh-Hans'],
  counts: { files: 4, posts: 1, copies: 1, versions: 1, unreadable: 1, problems: 1 },
  timeline: {
    rows: 2,
    rowsPerShard: 64,
    shardsPerDirectory: 512,
    directories: [hash],
    tail: [hash],
  },
  opening: hash,
  facets: [
    {
      facet: 'tag',
      dictionary: hash,
      column: [{ start: 0, file: hash }],
      values: 1,
      top: [{ value: '__proto__', count: 1 }],
    },
  ],
  permalinks: [{ collection: 'news', pattern: '/:title/' }],
  report: hash,
}
const dictionary = {
  facet: 'tag',
  values: [{ value: '__proto__', count: 1, selection: { file: hash, start: 0, bytes: 3 } }],
}
const report = {
  files: 2,
  posts: 1,
  copies: 0,
  versions: 0,
  unreadable: 1,
  skipped: [{ file: 'news/x', reason: 'link' }],
  copyOf: [{ file: 'a', copyOf: 'b' }],
  collections: [{ collection: 'news', files: 2, posts: 1 }],
  problems: [{ file: 'news/y', line: 1, field: 'date', reason: 'r', hint: 'h', severity: 'error' }],
}

describe('each wire shape', () => {
  test.each<[string, (value: unknown) => unknown, object]>([
    ['manifest', parseManifest, manifest],
    ['timeline shard', parseTimelineShard, shard],
    ['body pack', parseBodyPack, { firstOrdinal: 64, bodies: [body] }],
    ['facet dictionary', parseFacetDictionary, dictionary],
    ['shard directory', parseShardDirectory, { shards: [hash] }],
    ['build report', parseBuildReport, report],
    ['list of old addresses', parseOldAddressRoot, { buckets: [hash] }],
    ['bucket of old addresses', parseOldAddressBucket, { posts: [['__proto__', 0]] }],
  ])('%s round-trips and is rejected when a field is missing', (_, parse, value) => {
    const wire: unknown = JSON.parse(JSON.stringify(value))
    expect(parse(wire)).toEqual(value)
    for (const key of Object.keys(value)) {
      const without: Record<string, unknown> = { ...value }
      delete without[key]
      expect(() => parse(without)).toThrow(ContractError)
    }
    for (const wrong of [null, [], 'x', 1]) expect(() => parse(wrong)).toThrow(ContractError)
  })
})

describe('a row is rejected', () => {
  test.each([
    ['with an id that is a path', { id: '../../etc' }],
    ['with a picture that is a script', { leadImage: { url: 'javascript:alert(1)' } }],
    ['with a picture over http', { leadImage: { url: 'http://example.org/a.jpg' } }],
    ['with a time that is not UTC', { publishedAt: '2020-08-30T21:56:11+08:00' }],
    ['with an unknown kind', { kind: 'podcast' }],
    ['with an unknown flag', { timeFlags: ['odd'] }],
    ['with tags that are not a list', { tags: 'a' }],
  ])('%s', (_, change) => {
    expect(() => parseTimelineShard({ ...shard, rows: [{ ...row, ...change }] })).toThrow(
      ContractError,
    )
  })
})

describe('an original URL is rejected', () => {
  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    '//example.org',
    'https://a b',
    'https://a"b',
    'https://a<b',
    'https://a\\b',
    ' https://a',
    'javascript://https://a',
  ])('%s', (sourceUrl) => {
    const pack = { firstOrdinal: 0, bodies: [{ ...body, sourceUrl }] }
    expect(() => parseBodyPack(pack)).toThrow(ContractError)
  })
})

function parseRelated(value: unknown) {
  return parseBodyPack({ firstOrdinal: 0, bodies: [{ ...body, related: value }] }).bodies[0]
    ?.related
}

describe('related posts', () => {
  const related = { id, title: '__proto__ <b>', source: 'x', tie: 'text', terms: ['</script>'] }

  test('are read as they were written, whatever their texts hold', () => {
    for (const list of [[], [related], [{ id, title: '' }]])
      expect(parseRelated(list)).toEqual(list)
  })

  test.each<[string, unknown]>([
    ['that are no list', { 0: related }],
    ['that are no posts', [null]],
    ['without a title', [{ id }]],
    ['with an id that is a path', [{ ...related, id: '../../etc' }]],
    ['with an id that is an address', [{ ...related, id: 'https://example.org' }]],
    ['with an unknown tie', [{ ...related, tie: 'odd' }]],
    ['with terms that are a text', [{ ...related, terms: 'abc' }]],
    ['with a term that is none', [{ ...related, terms: [null] }]],
    ['of more than six', Array.from({ length: 7 }, () => related)],
    ['with more than three terms', [{ ...related, terms: ['a', 'b', 'c', 'd'] }]],
  ])('%s are rejected', (_, list) => {
    expect(() => parseRelated(list)).toThrow(ContractError)
  })
})

test('a manifest may have the span, description and old addresses of its archive', () => {
  const span = { first: '2020-08-30T21:56:11Z', last: '2020-08-30T21:56:11.250Z' }
  const permalinks = [{ collection: 'news', pattern: 'date', folder: 'news/' }]
  const whole = { ...manifest, span, description: 'x', permalinks, oldAddresses: hash }
  expect(parseManifest(whole)).toEqual(whole)
})

test('a manifest may list facets with feeds, but only those that can have any', () => {
  const whole = { ...manifest, feeds: { facets: ['tag', 'author'] } }
  expect(parseManifest(whole)).toEqual(whole)
  for (const feeds of [{ facets: ['language'] }, { facets: 'tag' }, {}, true]) {
    expect(() => parseManifest({ ...manifest, feeds })).toThrow(ContractError)
  }
})

test('a column begins with the first post, and its parts ascend', () => {
  const [facet] = manifest.facets
  const withStarts = (starts: number[]) => ({
    ...manifest,
    facets: [{ ...facet, column: starts.map((start) => ({ start, file: hash })) }],
  })
  for (const starts of [[0], [0, 64], []]) {
    expect(parseManifest(withStarts(starts))).toEqual(withStarts(starts))
  }
  for (const starts of [[64], [0, 0], [0, 64, 32], [-1]]) {
    expect(() => parseManifest(withStarts(starts))).toThrow(ContractError)
  }
})

test('a site of another version is rejected in one sentence', () => {
  expect(() => parseManifest({ ...manifest, schemaVersion: 99 })).toThrow(
    `the archive has schema version 99, this reader knows ${schemaVersion}`,
  )
})

test('an error names the file, the field and what was expected', () => {
  const broken = { ...manifest, counts: { ...manifest.counts, posts: 'many' } }
  expect(() => parseManifest(broken)).toThrow(
    /^manifest: counts\.posts: expected number, found "many"$/,
  )
})

test('an ordinal is in one shard', () => {
  expect([0, 63, 64, 127, 128].map((ordinal) => toShardNumber(ordinal, 64))).toEqual([
    0, 0, 1, 1, 2,
  ])
})
