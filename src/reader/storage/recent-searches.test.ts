import { beforeEach, describe, expect, test } from 'vitest'
import {
  forgetSearches,
  parseRecentSearches,
  recentSearches,
  rememberSearch,
} from './recent-searches.ts'
import { settingsStore } from './settings-store.ts'

describe('stored searches', () => {
  test.each([
    ['nothing', null, []],
    ['what was stored', '["潮汐","tag:茶 -x"]', ['潮汐', 'tag:茶 -x']],
    ['no repeats', '["a","b","a"]', ['a', 'b']],
    ['eight at most', JSON.stringify('abcdefghij'.split('')), 'abcdefgh'.split('')],
    ['no broken JSON', '["a"', []],
    ['no other shape', '{"0":"a"}', []],
    ['no other types', '[1,null,["a"],{"b":1},"c"]', ['c']],
    ['no empty or untrimmed texts', '[""," ","a "," b","c"]', ['c']],
    ['no endless texts', JSON.stringify(['x'.repeat(201), 'y']), ['y']],
    ['no control or direction signs', '["a\\u0000","b\\nc","\\u202egpj","d"]', ['d']],
    [
      'markup as the text it is',
      '["<img src=x onerror=alert(1)>"]',
      ['<img src=x onerror=alert(1)>'],
    ],
  ])('hold %s', (_name, stored, expected) => {
    expect(parseRecentSearches(stored)).toEqual(expected)
  })
})

describe('remembering', () => {
  beforeEach(() => {
    forgetSearches()
  })

  test('puts the newest first, without duplicates', () => {
    for (const query of ['a', 'b', ' a ', '', '  ']) rememberSearch(query)
    expect(recentSearches.read()).toEqual(['a', 'b'])
  })

  test('keeps the newest eight', () => {
    for (const query of 'abcdefghij') rememberSearch(query)
    expect(recentSearches.read()).toEqual('jihgfedc'.split(''))
  })

  test('forgets one search or all', () => {
    for (const query of 'abc') rememberSearch(query)
    forgetSearches('b')
    expect(recentSearches.read()).toEqual(['c', 'a'])
    forgetSearches()
    expect(recentSearches.read()).toEqual([])
  })

  test('A12 remembers nothing where no trace is to stay', () => {
    const settings = settingsStore.read()
    settingsStore.write({ ...settings, traces: 'none' })
    rememberSearch('a')
    settingsStore.write(settings)
    expect(recentSearches.read()).toEqual([])
  })
})
