import { describe, expect, test } from 'vitest'
import { parseTimelineFilter, toSearchParams } from '#core/selection/timeline-filter.ts'
import { isWithin, listOffers, listParts, type Offer } from './offers.ts'

describe('the lists to try', () => {
  test.each([
    ['nothing but older versions for a word alone', 'q=x', ['versions q=x&versions=all']],
    ['nothing where all versions are shown', 'q=x&versions=all', []],
    ['the list without its one filter', 'q=x&tag=a&tag=b&versions=all', ['tag q=x&versions=all']],
    [
      'the list without each filter, then without any',
      'q=x&tag=a&not-year=2020&from=2019-01-01&versions=all',
      [
        'tag not-year=2020&q=x&from=2019-01-01&versions=all',
        'year tag=a&q=x&from=2019-01-01&versions=all',
        'dates tag=a&not-year=2020&q=x&versions=all',
        'all q=x&versions=all',
      ],
    ],
    [
      'parts of what is searched for, under the filter and under none',
      'q=x+y&tag=a&versions=all',
      [
        'tag q=x+y&versions=all',
        'part tag=a&q=y&versions=all',
        'part tag=a&q=x&versions=all',
        'partOfAll q=y&versions=all',
        'partOfAll q=x&versions=all',
      ],
    ],
    [
      'OR for a word that seems to mean it',
      'q=港口+或+灯塔&versions=all',
      [
        'or q=港口+OR+灯塔&versions=all',
        'part q=或+灯塔&versions=all',
        'part q=港口+灯塔&versions=all',
        'part q=港口+或&versions=all',
        'part q=港口&versions=all',
        'part q=或&versions=all',
        'part q=灯塔&versions=all',
      ],
    ],
    [
      'parts of what is searched for in their order',
      'q=x+y&versions=all&sort=best',
      ['part q=y&sort=best&versions=all', 'part q=x&sort=best&versions=all'],
    ],
  ])('%s', (_name, link, expected) => {
    const offers = listOffers(parseTimelineFilter(new URLSearchParams(link)))
    const found = offers.map(
      ({ kind, filter }) => `${kind} ${decodeURIComponent(toSearchParams(filter).toString())}`,
    )
    expect(found).toEqual(expected)
  })
})

describe('the parts of a query', () => {
  test.each([
    ['one word has none', 'harbour', []],
    ['three words have pairs, then single ones', 'a b -c', ['b -c', 'a -c', 'a b', 'a', 'b']],
    ['two words have one each', '潮汐 harbour', ['harbour', '潮汐']],
    ['excluded words are left out, but never left alone', '潮汐 -灯塔', ['潮汐']],
    [
      'fields and quotes stay',
      'title:"a b" tag:茶 -c',
      ['tag:茶 -c', 'title:"a b" -c', 'title:"a b" tag:茶', 'title:"a b"', 'tag:茶'],
    ],
    ['a quoted phrase falls into its words', '"harbour lights"', ['harbour', 'lights']],
    ['a long phrase without spaces falls into halves', '港口灯塔重新', ['港口灯', '塔重新']],
    [
      'a longer one into halves of halves too',
      '港口的灯塔重新开放',
      ['港口的灯塔', '重新开放', '港口的', '灯塔', '重新', '开放'],
    ],
    ['a quoted one keeps its quotes', '"港口灯塔"', ['"港口"', '"灯塔"']],
    ['a short one does not', '潮汐表', []],
    ['alternatives stay together', 'a|b c', ['c', '(a OR b)']],
    [
      'each phrase of alternatives falls into its pieces',
      '港口灯塔 OR "a b"',
      ['港口', '灯塔', 'a', 'b'],
    ],
    [
      'words are dropped from days, never days left alone',
      'a date:nov 2022',
      ['date:"nov 2022"', 'a'],
    ],
    ['equal parts are tried once', 'a a', ['a']],
    ['nothing has none', '', []],
  ])('%s', (_name, query, parts) => {
    expect(listParts(query)).toEqual(parts)
  })
})

test('a pasted paragraph is split into a few parts only', () => {
  const characters = Array.from({ length: 180 }, (_, at) => String.fromCodePoint(0x4e00 + at))
  expect(listParts(characters.join(''))).toHaveLength(14)
})

describe('a part is not offered beside an offer that contains it', () => {
  test.each([
    ['a piece of a phrase that is found', toOffer('灯塔'), toOffer('港口灯塔'), true],
    ['the same in quotes', toOffer('"灯塔"'), toOffer('"港口灯塔"'), true],
    ['another piece', toOffer('重新'), toOffer('港口灯塔'), false],
    ['the phrase itself', toOffer('灯塔'), toOffer('灯塔'), false],
    ['one of two words', toOffer('灯塔'), toOffer('灯塔 港口'), false],
    ['a piece under another filter', toOffer('灯塔', 'partOfAll'), toOffer('港口灯塔'), false],
  ])('%s', (_name, offer, found, expected) => {
    expect(isWithin(offer, found)).toBe(expected)
  })
})

function toOffer(query: string, kind: Offer['kind'] = 'part'): Offer {
  return { kind, filter: parseTimelineFilter(new URLSearchParams({ q: query })) }
}
