import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { toLocale } from '../date-words.ts'
import type { InterfaceLanguage } from '../languages/interface-languages.ts'
import { loadListMessages } from '../load-messages.ts'
import { makeWords } from '../words.ts'
import { toDoorFacts, type DoorSources } from './door-facts.ts'
import { toDoorPath } from './door-paths.ts'
import { FrontDoor, type DoorTarget } from './front-door.tsx'
import { loadDoorMessages } from './load-door-messages.ts'

const sources: DoorSources = {
  posts: 1_234,
  text: undefined,
  languages: ['zh-Hans', 'en'],
  facets: [],
  years: [
    { year: '2011', count: 34 },
    { year: '2012', count: 0 },
    { year: '2013', count: 1_200 },
  ],
  topics: [],
  longReads: [],
}

function makeFacet(facet: 'source' | 'tag' | 'category', values: number) {
  const top = Array.from({ length: Math.min(8, values) }, (_, at) => ({
    value: `v${at}`,
    count: 9 - at,
  }))
  return { facet, values, top } as unknown as DoorSources['facets'][number]
}

async function render(change: Partial<DoorSources> = {}, language: InterfaceLanguage = 'en') {
  const messages = { ...(await loadListMessages(language)), ...(await loadDoorMessages(language)) }
  return renderToStaticMarkup(
    <FrontDoor
      facts={toDoorFacts({ ...sources, ...change })}
      words={makeWords(messages, language)}
      locale={toLocale(language)}
      toLink={(target) => ({ href: toDoorPath(target) })}
      switchId="rest"
    />,
  )
}

describe('the line of facts', () => {
  test.each<[string, Partial<DoorSources>, InterfaceLanguage, string]>([
    [
      'tells number, years and languages',
      {},
      'en',
      'An archive of 1,234 posts · 2011 to 2013 · Simplified Chinese, English',
    ],
    [
      'speaks simplified Chinese',
      {},
      'zh-Hans',
      '收录 1,234 篇文章的文库 · 2011年至2013年 · 简体中文、英语',
    ],
    [
      'speaks traditional Chinese',
      {},
      'zh-Hant',
      '收錄 1,234 篇文章的典藏 · 2011年至2013年 · 簡體中文、英文',
    ],
    [
      'names one year once',
      { years: [{ year: '2013', count: 1 }] },
      'en',
      'An archive of 1,234 posts · 2013 · Simplified Chinese, English',
    ],
    [
      'counts several sources',
      { facets: [makeFacet('source', 13)] },
      'en',
      'An archive of 1,234 posts · 2011 to 2013 · 13 sources · Simplified Chinese, English',
    ],
    [
      'says nothing that is not known',
      { posts: 1, years: [], languages: [] },
      'en',
      'An archive of 1 post',
    ],
    [
      'counts languages after the third',
      { years: [], languages: ['en', 'ja', 'ko', 'fr', 'de'] },
      'en',
      'An archive of 1,234 posts · English, Japanese, Korean, 2 more',
    ],
  ])('%s', async (_, change, language, expected) => {
    expect(/door-facts">([^<]*)</.exec(await render(change, language))?.[1]).toBe(expected)
  })
})

test('each year is a link with its number in words, the newest first; a year without posts is none', async () => {
  const html = await render()
  expect(
    [...html.matchAll(/href="([^"]*)" aria-label="([^"]*)"/g)].map(([, ...found]) => found),
  ).toEqual([
    ['/?year=2013', '2013: 1,200 posts'],
    ['/?year=2011', '2011: 34 posts'],
  ])
})

test('of many years the oldest share a bar', async () => {
  const years = Array.from({ length: 60 }, (_, at) => ({ year: String(1960 + at), count: 2 }))
  const html = await render({ years })
  expect(html.match(/<svg/g)).toHaveLength(49)
  expect(html).toContain('href="/?to=1971-12-31" aria-label="before 1972: 24 posts"')
})

test('shows five sources and eight tags; categories only where there are no tags', async () => {
  const html = await render({
    facets: [makeFacet('source', 13), makeFacet('tag', 20), makeFacet('category', 9)],
  })
  expect(html.match(/\?source=/g)).toHaveLength(5)
  expect(html.match(/\?tag=/g)).toHaveLength(8)
  expect(html).not.toContain('category')
  expect(await render({ facets: [makeFacet('category', 2)] })).toContain('href="/?category=v0"')
})

test('names the terms of the newest months; a month opens its posts, a term those that have it', async () => {
  const topics = [
    { month: '2022-11', terms: [{ term: '白帆号', posts: 12 }] },
    { month: '2022-09', terms: [{ term: 'Gull Rock', posts: 3 }] },
  ]
  const html = await render({ topics })
  expect(
    [...html.matchAll(/href="([^"]*)">(?:<bdi>)?([^<]*)</g)].map(([, ...found]) => found),
  ).toEqual([
    ['/?from=2022-11-01&amp;to=2022-11-30', 'November 2022'],
    ['/?q=%22%E7%99%BD%E5%B8%86%E5%8F%B7%22&amp;from=2022-11-01&amp;to=2022-11-30', '白帆号'],
    ['/?from=2022-09-01&amp;to=2022-09-30', 'September 2022'],
    ['/?q=%22Gull+Rock%22&amp;from=2022-09-01&amp;to=2022-09-30', 'Gull Rock'],
  ])
  expect(await render({ topics }, 'zh-Hant')).toContain('<h2>各月熱詞</h2>')
  expect(await render()).not.toContain('By month')
})

test('text of a keeper and titles are text, whatever they hold', async () => {
  const html = await render({
    text: '<script>alert(1)</script>',
    topics: [{ month: '2020-01', terms: [{ term: '<svg onload=x>', posts: 3 }] }],
    longReads: [{ id: '2020-01-01-abcdefgh' as never, title: '<img src=x>', minutes: 12 }],
  })
  expect(html).not.toMatch(/<script|<img|<svg o/)
  expect(html).toContain('&lt;img src=x&gt;')
  expect(html).toContain('href="/posts/2020-01-01-abcdefgh"')
})

test.each<[DoorTarget, string]>([
  [{ year: '2020' }, '/?year=2020'],
  [{ before: '0010' }, '/?to=0009-12-31'],
  [{ facet: 'tag', value: 'a & b' }, '/?tag=a+%26+b'],
])('%j leads to %s', (target, path) => {
  expect(toDoorPath(target)).toBe(path)
})
