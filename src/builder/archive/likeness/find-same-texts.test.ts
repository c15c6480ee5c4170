import { describe, expect, test } from 'vitest'
import type { CachedPost } from '../post/cached-post.ts'
import { makeCachedPost } from '#builder/testing/make-cached-post.ts'
import { findSameTexts } from './find-same-texts.ts'
import { toTextFingerprint } from '../post/text-fingerprint.ts'

const sentence = (at: number) =>
  `In year ${1900 + at} the keeper noted ${at * 37} ships and storm ${at * 11}. `
const article = Array.from({ length: 60 }, (_, at) => sentence(at)).join('\n')
const chinese =
  '港口的灯塔在黑暗中过了九年，星期天晚上又亮了。守塔的人说，他记下了每一条船的名字，也记下了每一场风暴。'
const texts = {
  article,
  longer: `${article}\nA footer says that all rights are reserved.`,
  half: article.slice(0, article.length / 2),
  other: Array.from({ length: 60 }, (_, at) => sentence(at + 500)).join('\n'),
  simplified: chinese.repeat(6),
  traditional: chinese
    .repeat(6)
    .replaceAll('灯', '燈')
    .replaceAll('过', '過')
    .replaceAll('记', '記'),
  short: 'Lamp. '.repeat(20),
}

interface MadePost {
  name: string
  text: keyof typeof texts
  title?: string
  /** Of the source address; empty for a post without one. */
  host?: string
  length?: number
}

function makePost({
  name,
  text,
  title = 'Lamp',
  host = 'a.example',
  length = 300,
}: MadePost): CachedPost {
  const isOwn = host === ''
  return makeCachedPost({
    fileName: name,
    title,
    sourceUrl: isOwn ? undefined : `https://${host}/${name}`,
    fingerprint: toTextFingerprint(texts[text]),
    row: { sourceHost: isOwn ? undefined : host, length: { count: length, unit: 'words' } },
  })
}

/** Names of the posts of each pair found; the order of the input must not matter. */
async function findPairs(made: MadePost[]): Promise<string[]> {
  const byName = new Map(made.map(({ name, text }) => [name, texts[text]]))
  const readText = (post: CachedPost) => Promise.resolve(byName.get(post.fileName) ?? '')
  const find = async (posts: CachedPost[]) =>
    (await findSameTexts(posts, readText)).map((pair) =>
      pair.map(({ fileName }) => fileName).join(' '),
    )
  const posts = made.map(makePost)
  const pairs = await find(posts)
  expect(await find(posts.toReversed())).toEqual(pairs)
  return pairs.map((pair) => pair.split(' ').toSorted().join(' '))
}

describe('are versions of one post', () => {
  test.each<[string, MadePost[]]>([
    [
      'equal texts',
      [
        { name: 'a', text: 'article' },
        { name: 'b', text: 'article' },
      ],
    ],
    [
      'nearly equal texts',
      [
        { name: 'a', text: 'article' },
        { name: 'b', text: 'longer' },
      ],
    ],
    [
      'nearly equal texts of one title, without source addresses',
      [
        { name: 'a', text: 'article', host: '' },
        { name: 'b', text: 'longer', host: '' },
      ],
    ],
    [
      'a text in both forms of Chinese',
      [
        { name: 'a', text: 'simplified' },
        { name: 'b', text: 'traditional' },
      ],
    ],
    [
      'a text that another source republished under another title',
      [
        { name: 'a', text: 'article', title: 'Lamp' },
        { name: 'b', text: 'longer', title: 'Nine years of night', host: 'b.example' },
      ],
    ],
    [
      'long texts of one source with dissimilar titles',
      [
        { name: 'a', text: 'article', title: 'Lamp', length: 2_000 },
        { name: 'b', text: 'longer', title: 'Harvest of the sea', length: 2_000 },
      ],
    ],
  ])('%s', async (_, made) => {
    expect(await findPairs(made)).toEqual(['a b'])
  })

  test('many equal texts, each paired with the first', async () => {
    const names = ['a', 'b', 'c', 'd']
    const pairs = await findPairs(names.map((name) => ({ name, text: 'article' as const })))
    expect(pairs).toEqual(['a b', 'a c', 'a d'])
  })
})

describe('stay two posts', () => {
  test.each<[string, MadePost[]]>([
    [
      'two texts that fill in one form',
      [
        { name: 'a', text: 'article' },
        { name: 'b', text: 'other' },
      ],
    ],
    [
      'a text and half of it',
      [
        { name: 'a', text: 'article' },
        { name: 'b', text: 'half' },
      ],
    ],
    [
      'equal short texts',
      [
        { name: 'a', text: 'short' },
        { name: 'b', text: 'short' },
      ],
    ],
    [
      'equal texts whose titles have different numbers',
      [
        { name: 'a', text: 'article', title: 'Lamp, part 1', host: 'b.example' },
        { name: 'b', text: 'article', title: 'Lamp, part 2' },
      ],
    ],
    [
      'nearly equal long texts of other titles that were written where they are',
      [
        { name: 'a', text: 'article', title: 'Lamp, first lit', host: '', length: 2_000 },
        { name: 'b', text: 'longer', title: 'Lamp, last lit', host: '', length: 2_000 },
      ],
    ],
    [
      'equal texts of one source, not very long, with dissimilar titles',
      [
        { name: 'a', text: 'article', title: 'Lamp' },
        { name: 'b', text: 'article', title: 'Harvest of the sea' },
      ],
    ],
    [
      'nearly equal texts of one source, not very long, whose titles only begin alike',
      [
        { name: 'a', text: 'article', title: 'The base of the pier' },
        { name: 'b', text: 'longer', title: 'The base of a high tower' },
      ],
    ],
  ])('%s', async (_, made) => {
    expect(await findPairs(made)).toEqual([])
  })
})
