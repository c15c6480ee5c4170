import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { toContentType } from '#builder/site/hosts/content-type.ts'
import { toObjectForm } from './object-form.ts'
import { parseRecord, toRecordBytes } from './publish-record.ts'
import { parseEndpoint, parseTarget } from './publish-target.ts'
import { toStoreError } from './store-error.ts'

describe('parseTarget', () => {
  test.each([
    ['s3://archive', { bucket: 'archive', prefix: '' }],
    ['s3://archive/', { bucket: 'archive', prefix: '' }],
    ['s3://my.archive-1/news', { bucket: 'my.archive-1', prefix: 'news/' }],
    ['s3://archive//a/b/', { bucket: 'archive', prefix: 'a/b/' }],
    ['archive/news', undefined],
    ['https://archive', undefined],
    ['s3://', undefined],
    ['s3://Archive', undefined],
    ['s3://archive/../other', undefined],
    ['s3://archive/a b', undefined],
    ['s3://user:word@archive', undefined],
  ])('%s', (text, target) => {
    expect(parseTarget(text)).toEqual(target)
  })
})

describe('P1 parseEndpoint', () => {
  test.each([
    ['https://s3.example.org', 'https://s3.example.org'],
    ['http://127.0.0.1:9000/', 'http://127.0.0.1:9000'],
    ['https://user:word@s3.example.org', undefined],
    ['https://s3.example.org/?key=word', undefined],
    ['ftp://s3.example.org', undefined],
    ['s3.example.org', undefined],
  ])('%s', (text, endpoint) => {
    expect(parseEndpoint(text)).toBe(endpoint)
  })
})

test.each([
  ['posts/2020-03-09-abcdefgh/index.html', 'text/html; charset=utf-8'],
  ['sitemap.xml', 'application/xml; charset=utf-8'],
  ['feeds/atom.xml', 'application/atom+xml; charset=utf-8'],
  ['feeds/rss.xml', 'application/rss+xml; charset=utf-8'],
  ['feeds/feed.json', 'application/feed+json; charset=utf-8'],
  ['feeds/feeds.opml', 'text/x-opml; charset=utf-8'],
  ['site.webmanifest', 'application/manifest+json'],
  ['robots.txt', 'text/plain; charset=utf-8'],
  ['data/images/abcdefghijklmnopqrstuvwxyz.avif', 'image/avif'],
  ['data/search/abcdefghijklmnopqrstuvwxyz.bin', 'application/octet-stream'],
])('%s is %s', (path, type) => {
  expect(toContentType(path)).toBe(type)
})

describe('the form of an object', () => {
  const text = Buffer.from('The ferry left at nine. '.repeat(50))

  test.each([
    ['data/bodies/abcdefghijklmnopqrstuvwxyz.json', 'gzip'],
    ['assets/main-AAAAAAAA.js', 'gzip'],
    ['manifest.json', 'gzip'],
    ['index.html', undefined],
    ['feeds/atom.xml', undefined],
    ['data/images/abcdefghijklmnopqrstuvwxyz.png', undefined],
  ])('of %s has the encoding %s', async (path, contentEncoding) => {
    const form = await toObjectForm(path, text)
    expect(form.contentEncoding).toBe(contentEncoding)
    const body = contentEncoding === undefined ? form.body : gunzipSync(form.body)
    expect(Buffer.compare(body, text)).toBe(0)
  })

  test('does not reveal when or where it was compressed', async () => {
    const { body } = await toObjectForm('manifest.json', text)
    expect([...body.subarray(4, 10)]).toEqual([0, 0, 0, 0, 2, 255])
  })

  test('is not compressed where that saves little', async () => {
    const { contentEncoding } = await toObjectForm('data/search/a.bin', Buffer.from('0123456789'))
    expect(contentEncoding).toBeUndefined()
  })
})

describe('the record of a store', () => {
  const record = {
    builds: ['second', 'first'],
    isOfThisForm: true,
    objects: new Map([
      ['index.html', { isNewest: true, isBefore: false, source: 'abc-_1', etag: '0f' }],
      ['data/a.json', { isNewest: false, isBefore: true, source: '', etag: '' }],
    ]),
  }

  test('survives a round trip', async () => {
    expect(await parseRecord(await toRecordBytes(record))).toEqual(record)
  })

  test.each(['../other', '/etc/passwd', 'a//../b', 'a\tb', ''])(
    'P4 is rejected when it names "%s"',
    async (path) => {
      const object = { isNewest: true, isBefore: false, source: '', etag: '' }
      const bytes = await toRecordBytes({ ...record, objects: new Map([[path, object]]) })
      expect(await parseRecord(bytes)).toBeUndefined()
    },
  )

  test('P4 is rejected when truncated', async () => {
    const bytes = await toRecordBytes(record)
    expect(await parseRecord(bytes.subarray(0, bytes.length - 12))).toBeUndefined()
  })
})

describe('the sentence for a failed request', () => {
  test.each([
    [{ name: 'CredentialsProviderError' }, /^No credentials/],
    [{ name: 'SignatureDoesNotMatch', $metadata: { httpStatusCode: 403 } }, /not accept the cred/],
    [{ name: 'AccessDenied', $metadata: { httpStatusCode: 403 } }, /refuses access to the bucket/],
    [{ name: 'NoSuchBucket', $metadata: { httpStatusCode: 404 } }, /has no bucket "archive"/],
    [{ name: 'PermanentRedirect', $metadata: { httpStatusCode: 301 } }, /in another region/],
    [{ name: 'Error', message: 'Region is missing' }, /^The region of the bucket is not known/],
    [
      { name: 'SlowDown', $metadata: { httpStatusCode: 503, attempts: 8 } },
      /overloaded or failing \(SlowDown, status 503, 8 attempts\)/,
    ],
    [{ name: 'Error', code: 'ECONNREFUSED' }, /cannot be reached \(ECONNREFUSED\)/],
    [{ name: 'TimeoutError' }, /cannot be reached \(TimeoutError\)/],
    [
      { name: 'BadDigest', $metadata: { httpStatusCode: 400 } },
      /upload to .* was corrupted on the way/,
    ],
    ['odd', /cannot be used: unknown error/],
  ])('%o', (error, sentence) => {
    const place = { bucket: 'archive', endpoint: 'https://s3.example.org' }
    expect(toStoreError(error, place).message).toMatch(sentence)
  })
})
