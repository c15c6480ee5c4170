import { describe, expect, test } from 'vitest'
import { findOldPost, parseOldAddress } from './find-old-post.ts'
import { toOldAddressKey, type OldAddressKey } from './old-address.ts'
import { decodePath } from './parse-permalink.ts'
import { toPostId, type PostId } from '../post/post-id.ts'

const pattern = '/:year-:month-:day/:title/'
const permalinks = [{ collection: 'society', pattern }]

describe('parseOldAddress', () => {
  test.each([
    ['/2020-08-30/世界觀察/', [{ day: '2020-08-30', title: '世界觀察' }]],
    [
      '/2024-01-01/2020-08-30-x/',
      [
        { day: '2024-01-01', title: '2020-08-30-x' },
        { day: '2020-08-30', title: 'x' },
      ],
    ],
    ['/about-us/', []],
    ['/2020/08/30/x/', []],
    ['/', []],
  ])('parses %s', (path, names) => {
    const expected = names.map((name) => ({ collection: 'society', ...name }))
    expect(parseOldAddress(permalinks, path)).toEqual(expected)
  })

  test('parses addresses with and without the folder of the old site', () => {
    const inFolder = [{ collection: 'society', pattern, folder: 'society/' }]
    const expected = [{ collection: 'society', day: '2020-08-30', title: 'x' }]
    expect(parseOldAddress(inFolder, '/society/2020-08-30/x/')).toEqual(expected)
    expect(parseOldAddress(inFolder, '/2020-08-30/x/')).toEqual(expected)
  })

  test('ignores an address with malformed encoding', () => {
    expect(decodePath('/2020-08-30/%E4%B8/')).toBeUndefined()
  })
})

/** Makes the rows of an archive, as in a shard: `day`, title, and other fields that matter. */
function makeRows(rows: { day: string; title: string; collection?: string; newest?: PostId }[]) {
  return rows.map(({ day, title, collection = 'society', newest }, at) => ({
    id: toPostId(day, `${'abcdefgh'[at]}aaaaaaa`),
    title,
    collection,
    supersededBy: newest,
  }))
}

function makeSource(rows: ReturnType<typeof makeRows>, listed: [path: string, row: number][] = []) {
  const posts = listed.map(([path, row]): [OldAddressKey, number] => {
    const key = toOldAddressKey(path)
    if (key === undefined) throw new Error(`${path} has no key`)
    return [key, row]
  })
  return {
    manifest: { permalinks, oldAddresses: listed.length === 0 ? undefined : 'root' },
    readRoot: () => Promise.resolve({ buckets: ['bucket'] }),
    readBucket: () => Promise.resolve({ posts }),
    readRow: (ordinal: number) => Promise.resolve(rows[ordinal]),
    async *readDay() {
      yield await Promise.resolve(rows)
    },
  }
}

describe('an old address', () => {
  const rows = makeRows([
    { day: '2020-08-29', title: 'News: today' },
    { day: '2020-08-30', title: 'News: today' },
    { day: '2020-08-31', title: 'News: today' },
    { day: '2020-08-30', title: '❤️ Ⅷ big' },
    { day: '2020-08-30', title: 'News; today', collection: 'teahouse' },
  ])

  test.each([
    ['of a title that occurs on three consecutive days', '/2020-08-30/News-today/', 1],
    ['written in lower case', '/2020-08-30/news-today', 1],
    ['with an ending that hosts add', '/2020-08-30/News-today.html', 1],
    ['made by an older Jekyll, which kept Ⅷ', '/2020-08-30/-Ⅷ-big/', 3],
    ['made by Jekyll 4.3.1', '/2020-08-30/\uFE0F-big/', 3],
    ['percent-encoded', `/2020-08-31/${encodeURIComponent('News-today')}/index.html`, 2],
  ])('%s leads to its post', async (_name, path, row) => {
    expect(await findOldPost(makeSource(rows), path)).toBe(rows[row]?.id)
  })

  test('that is listed leads to the listed post, regardless of day and title', async () => {
    const source = makeSource(rows, [['2020-08-30/News-today', 4]])
    expect(await findOldPost(source, '/2020-08-30/News-today/')).toBe(rows[4]?.id)
    expect(await findOldPost(source, '/2020-08-31/News-today/')).toBe(rows[2]?.id)
  })

  test('of an older version leads to the newest', async () => {
    const newest = rows[0]?.id
    const older = makeRows([
      { day: '2020-08-30', title: 'x', ...(newest === undefined ? {} : { newest }) },
    ])
    expect(await findOldPost(makeSource(older), '/2020-08-30/x/')).toBe(newest)
  })

  test.each(['/2020-08-30/other/', '/2020-08-30/%E4%B8/', '/about/', '/2020-08-30/---/'])(
    '%s leads nowhere',
    async (path) => {
      expect(await findOldPost(makeSource(rows), path)).toBeUndefined()
    },
  )
})
