import { beforeEach, expect, test, vi } from 'vitest'
import { InterfaceWords } from './interface-words.ts'

let words = new InterfaceWords()

beforeEach(() => {
  words = new InterfaceWords()
  words.add('en', {
    search: { name: 'Search' },
    posts_one: '{{number}} post',
    posts_other: '{{number}} posts',
  })
  words.add('zh-Hans', { search: { name: '搜索' } })
})

test('speaks English first', () => {
  expect(words.read().language).toBe('en')
  expect(words.read().t('search.name')).toBe('Search')
})

test.each([
  ['its own words', 'search.name', {}, '搜索'],
  [
    'English words where it has none, in English plurals',
    'posts',
    { count: 1, number: 1 },
    '1 post',
  ],
  ['the key where no language has words', 'search.none', {}, 'search.none'],
])('another language uses %s', (_, key, values, text) => {
  words.show('zh-Hans')
  expect(words.read().t(key, values)).toBe(text)
})

test('words added later join the existing ones without a new function', () => {
  const { t } = words.read()
  words.add('en', { search: { best: 'Best first' } })
  expect([t('search.name'), t('search.best')]).toEqual(['Search', 'Best first'])
  expect(words.read().t).toBe(t)
})

test('a change of language notifies each current listener once', () => {
  const [staying, leaving] = [vi.fn<() => void>(), vi.fn<() => void>()]
  words.subscribe(staying)
  words.subscribe(leaving)()
  words.show('zh-Hans')
  words.show('zh-Hans')
  expect(staying).toHaveBeenCalledTimes(1)
  expect(leaving).not.toHaveBeenCalled()
})
