import { describe, expect, test } from 'vitest'
import { parseTimelineFilter } from '#core/selection/timeline-filter.ts'
import { toLocale } from '../date-words.ts'
import { loadListMessages } from '../load-messages.ts'
import type { InterfaceLanguage } from '../languages/interface-languages.ts'
import { makeWords } from '../words.ts'
import { toViewName } from './view-name.ts'

async function nameView(address: string, language: InterfaceLanguage) {
  const words = makeWords(await loadListMessages(language), language)
  return toViewName(parseTimelineFilter(new URLSearchParams(address)), words, toLocale(language))
}

describe('in English', () => {
  test.each([
    ['the open timeline has no name', '', undefined],
    ['a search is its query', 'q=白纸', '白纸'],
    ['query, tag and year', 'q=白纸&tag=Matters&year=2022', '白纸 · tag Matters · 2022'],
    ['values of one facet', 'tag=sea&tag=wall', 'tag sea or wall'],
    ['many values of one facet', 'year=2011&year=2012&year=2013&year=2014', '2011 or 3 more'],
    ['an excluded value', 'not-author=Lu', 'not author Lu'],
    [
      'a source and a collection',
      'source=a.example&collection=c',
      'source a.example · collection c',
    ],
    ['a language', 'language=zh-Hant', 'in Traditional Chinese'],
    ['a kind', 'kind=video', 'Video'],
    ['lengths', 'length=0&length=5-9', '< 1 or 5–9 min'],
    ['what is missing', 'missing=picture&not-missing=x', 'without picture · not without x'],
    ['an unknown kind, language and year', 'kind=x&language=<x>&year=y', 'x · in <x> · y'],
    ['a day', 'from=2020-08-30&to=2020-08-30', '30 August 2020'],
    ['a month', 'from=2020-02-01&to=2020-02-29', 'February 2020'],
    ['a year as days', 'from=2022-01-01&to=2022-12-31', '2022'],
    ['several years', 'from=2020-01-01&to=2022-12-31', '2020 to 2022'],
    ['some months of a year', 'from=2020-01-01&to=2020-03-31', 'January to March 2020'],
    ['months of two years', 'from=2020-01-01&to=2021-03-31', 'January 2020 to March 2021'],
    ['some days of a month', 'from=2020-08-30&to=2020-08-31', '30–31 August 2020'],
    ['the first days of a year', 'from=2020-01-01&to=2020-01-02', '1–2 January 2020'],
    ['some days of a year', 'from=2020-08-30&to=2020-09-02', '30 August to 2 September 2020'],
    ['any other days', 'from=2020-03-05&to=2021-05-31', '5 March 2020 to 31 May 2021'],
    ['days that end before they begin', 'from=2020-03-05&to=2020-03-01', '5 March to 1 March 2020'],
    ['days without an end', 'from=2020-03-05', 'since 5 March 2020'],
    ['days of another clock', 'year=2022&clock=Asia/Shanghai', '2022 · Asia/Shanghai time'],
    ['a query with days', 'q=date:2022&clock=source', 'date:2022 · sources’ own time'],
    ['days of sources', 'year=2022&clock=source', '2022 · sources’ own time'],
    ['days without a beginning', 'to=2020-12-31', 'until 31 December 2020'],
    ['older versions', 'versions=all', 'with older versions'],
    ['another order', 'q=sea&sort=best', 'sea · best match first'],
    ['line breaks in a query', 'q=sea%0A%0Awall', 'sea wall'],
    ['a gap in a value', 'tag={{value}}', 'tag {{value}}'],
  ])('%s', async (_, address, name) => {
    expect(await nameView(address, 'en')).toBe(name)
  })

  test('cuts what is too long for a title', async () => {
    const name = await nameView(`q=${'长'.repeat(500)}`, 'en')
    expect(name).toBe(`${'长'.repeat(59)}…`)
  })
})

test.each([
  ['zh-Hans', '白纸 · 标签：Matters或茶 · 2022年 · 含旧版本 · 从旧到新'],
  ['zh-Hant', '白纸 · 標籤：Matters或茶 · 2022年 · 含舊版本 · 從舊到新'],
] as const)('%s says all parts in its own words', async (language, name) => {
  const address = 'q=白纸&tag=Matters&tag=茶&year=2022&versions=all&sort=oldest'
  expect(await nameView(address, language)).toBe(name)
})

test.each([
  ['from=2020-03-05&to=2021-05-31', '2020年3月5日至2021年5月31日'],
  ['from=2020-08-30&to=2020-08-31', '2020年8月30日至31日'],
  ['from=2020-08-30&to=2020-09-02', '2020年8月30日至9月2日'],
  ['from=2020-01-01&to=2020-03-31', '2020年1月至3月'],
  ['from=2020-01-01&to=2021-12-31', '2020年至2021年'],
  ['to=2020-12-31', '2020年12月31日止'],
  ['from=2020-03-05', '2020年3月5日起'],
  ['not-source=a.example&language=en', '排除来源：a.example · 语言：英语'],
])('Chinese names %s', async (address, name) => {
  expect(await nameView(address, 'zh-Hans')).toBe(name)
})
