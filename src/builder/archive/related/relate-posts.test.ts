import { describe, expect, test } from 'vitest'
import { makeCachedPost, makePostId } from '#builder/testing/make-cached-post.ts'
import type { OrderedPost } from '../order/order-posts.ts'
import { listPostTerms } from '../terms/list-terms.ts'
import { packTerms } from '../terms/packed-terms.ts'
import { relatePosts } from './relate-posts.ts'

interface Made {
  title?: string
  text: string
  host?: string
  tags?: string[]
  /** `null` = undated. */
  day?: string | null
  recurring?: number
  supersededBy?: string
  language?: string
  /** Places of the same post in other languages among those that were made. */
  translations?: number[]
}

const filler = ['浪', '帆', '桅', '舵', '锚', '缆', '礁', '湾', '滩', '岬']

const signs = Array.from(
  '天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜',
)

/** Posts without anything in common, so that what the test's own posts share is rare. */
const others: Made[] = filler.flatMap((one, a) =>
  filler.map((other, b) => ({
    text: `${one}${other}记。${one}${other}记。`,
    day: `2019-${String(a + 1).padStart(2, '0')}-${String(b + 1).padStart(2, '0')}`,
  })),
)

function relate(made: readonly Made[]) {
  const toId = (at: number) =>
    makePostId(`${made[at]?.day ?? '2020-03-01'}-${toLetters(others.length + at)}`)
  const posts = [...others, ...made].map(
    (
      { title, text, host = 'news.example', tags = [], day = '2020-03-01', ...rest },
      at,
    ): OrderedPost => {
      const instant = day === null ? -Infinity : Date.parse(`${day}T10:00:00Z`)
      const prefix = day ?? 'undated'
      const ends = text.split('\n').map((line) => ({ text: line, isSaying: true }))
      const cached = makeCachedPost({
        title,
        terms: packTerms(listPostTerms(title, { text, sentences: { ends, middle: '' } })),
        row: {
          tags,
          sourceHost: host,
          language: rest.language ?? 'zh',
          length: { count: text.length, unit: 'characters' },
        },
      })
      return {
        cached,
        id: makePostId(`${prefix}-${toLetters(at)}`),
        instant,
        versions: undefined,
        recurring: rest.recurring ?? 0,
        supersededBy: rest.supersededBy === undefined ? undefined : makePostId(rest.supersededBy),
        translations: rest.translations?.map((of) => ({
          id: toId(of),
          language: made[of]?.language ?? 'zh',
        })),
      }
    },
  )
  const { related } = relatePosts(posts)
  return made.map((_, at) => related.of(others.length + at) ?? [])
}

function toLetters(number: number): string {
  return number
    .toString(26)
    .padStart(8, 'a')
    .replace(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)] ?? 'a')
}

/** The place of a post among those that were made, from its id. */
function toPlace(id: string): number {
  return others.findIndex((_, at) => id.endsWith(toLetters(others.length + at)))
}

const lamp = '乌石角灯塔今晚熄灭。工人看过乌石角灯塔。守塔人陈阿海不在，大家在找陈阿海。'
const lampToo = '陈阿海回来了。乌石角灯塔又亮了，陈阿海说乌石角灯塔的灯没有坏。'

describe('two posts lead on to each other', () => {
  test('when both are about the same rare names, which they name', () => {
    const [one = [], other = []] = relate([
      { text: lamp },
      { text: lampToo, day: '2020-03-04', host: 'sea.example' },
    ])
    expect(one).toHaveLength(1)
    expect(one[0]).toMatchObject({ source: 'sea.example' })
    expect(new Set(one[0]?.terms)).toEqual(new Set(['乌石角灯塔', '陈阿海']))
    expect(other).toHaveLength(1)
  })

  test('years apart, and without a date', () => {
    const [one = [], other = [], third = []] = relate([
      { text: lamp, day: null },
      { text: lampToo, day: '2009-01-01' },
      { text: lampToo.replace('回来了', '走了'), day: '2024-01-01', host: 'sea.example' },
    ])
    for (const list of [one, other, third]) expect(list).toHaveLength(2)
  })

  test('in other scripts', () => {
    const [one = []] = relate([
      {
        text: 'Here came Ada Lovelock. Then Ada Lovelock met the Wicklow Ferry, and the Wicklow Ferry left.',
      },
      {
        text: 'Again the Wicklow Ferry sank. A diver from the Wicklow Ferry saw Ada Lovelock, says Ada Lovelock.',
      },
    ])
    expect(one[0]?.terms).toEqual(expect.arrayContaining(['Ada Lovelock', 'Wicklow Ferry']))
  })
})

describe('two posts do not lead on to each other', () => {
  test.each([
    [
      'for their tags',
      [
        { text: '一。', tags: ['灯塔', '陈阿海'] },
        { text: '二。', tags: ['灯塔', '陈阿海'] },
      ],
    ],
    [
      'for sentences that recur in their source',
      [
        { text: lamp, recurring: 1 },
        { text: lamp, recurring: 1 },
      ],
    ],
    ['when they say nothing', [{ text: '' }, { text: '' }]],
    [
      'when one is an older version',
      [{ text: lamp }, { text: lampToo, supersededBy: '2020-03-01-aaaaaaaa' }],
    ],
  ] satisfies [string, Made[]][])('%s', (_, made) => {
    for (const list of relate(made)) expect(list).toEqual([])
  })
})

test('what most posts of a source say makes none of them related', () => {
  const made = Array.from({ length: 40 }, (_, at) => ({
    text: `欢迎光临潮声电台。潮声电台。${filler[at % 10]}${at}。`,
    host: 'radio.example',
  }))
  for (const list of relate(made))
    expect(list.flatMap(({ terms = [] }) => terms)).not.toContain('潮声电台')
})

test('a word that posts about anything say is no reason, a name that comes together is', () => {
  const names = ['白帆号', '北礁村', '黑尾鸥', '林潮生', '青石巷', '老钟楼']
  const made = names.flatMap((name, group) =>
    Array.from({ length: 9 }, (_, at) => {
      const own = `${signs[(group * 9 + at) % 40]}${filler[at]}`
      const cheap = at % 3 === 0 ? `便宜${own}。便宜呀${own}。` : ''
      const day = `2018-${String(group + 1).padStart(2, '0')}-${String(at + 10)}`
      return { text: `${name}${own}。${name}归${own}。${cheap}`, day }
    }),
  )
  const terms = relate(made).flatMap((list) => list.flatMap((other) => other.terms ?? []))
  expect(terms).toEqual(expect.arrayContaining(names))
  expect(terms).not.toContain('便宜')
})

test('what another post says once counts as shared, whether it is about it or not', () => {
  const [one = []] = relate([
    { title: '乌石角灯塔', text: lamp },
    {
      title: '乌石角灯塔的旧照片',
      text: '今天在旧书店里看到，三十年前拍的。',
      host: 'sea.example',
    },
  ])
  expect(one[0]?.terms).toContain('乌石角灯塔')
})

test("the source's own name is no reason", () => {
  const lists = relate([
    { text: `乌石角灯塔。${lamp}`, host: '乌石角灯塔' },
    { text: lampToo, host: '乌石角灯塔' },
  ])
  expect(lists[0]?.[0]?.terms).toEqual(['陈阿海'])
})

test('a post in several languages leads on in each to others in the same language', () => {
  const said = [
    'The Wicklow Ferry sank. Divers of the Wicklow Ferry met Ada Lovelock, who is Ada Lovelock.',
    'Le Wicklow Ferry a coulé. Au Wicklow Ferry on vit Ada Lovelock, la dite Ada Lovelock.',
    'Found: the Wicklow Ferry. Ada Lovelock said the Wicklow Ferry was hers, Ada Lovelock.',
    'Trouvé : le Wicklow Ferry. Ada Lovelock dit que le Wicklow Ferry est à elle, Ada Lovelock.',
    'Am Kai liegt die Wicklow Ferry. Dort steht Ada Lovelock und malt die Wicklow Ferry, Ada Lovelock.',
  ]
  const languages = ['en', 'fr', 'en', 'fr', 'de']
  const lists = relate(
    said.map((text, at) => ({
      text,
      host: `sea-${at}.example`,
      language: languages[at] ?? '',
      translations: at < 4 ? [at ^ 1] : [],
    })),
  )
  const places = lists.map((list) =>
    list.map(({ id }) => toPlace(id)).toSorted((one, other) => one - other),
  )
  expect(places.slice(0, 4)).toEqual([
    [2, 4],
    [3, 4],
    [0, 4],
    [1, 4],
  ])
})

test('thousands of equal posts lead to six others at most', () => {
  const made = Array.from({ length: 10_000 }, () => ({ text: lamp }))
  const lists = relate(made)
  for (const list of lists) expect(list.length).toBeLessThanOrEqual(6)
})

test('a post that repeats the terms of all is related to few, and they to others first', () => {
  const all = {
    text: others.map(({ text }) => text).join('') + lamp + lampToo,
    host: 'all.example',
  }
  const [one = []] = relate([{ text: lamp }, { text: lampToo, host: 'sea.example' }, all])
  expect(one[0]?.source).toBe('sea.example')
})
