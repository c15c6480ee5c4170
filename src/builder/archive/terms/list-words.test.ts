import { expect, test } from 'vitest'
import { listPostTerms } from './list-terms.ts'
import { titleSentence, wordNumbers } from './list-words.ts'
import { countTermBytes, PackedTerms, packTerms } from './packed-terms.ts'

function listWordsOf(title: string | undefined, sentences: string[], middle = '') {
  const ends = sentences.map((text) => ({ text, isSaying: true }))
  const text = sentences.join('') + middle
  return listPostTerms(title, { text, sentences: { ends, middle } }).words
}

test.each([
  ['pairs of characters', '灯塔守', 2],
  ['words of three letters or more', 'an old lamp', 2],
  ['nothing of single characters and numbers', '灯。塔。2020', 0],
  ['each but once', '灯塔，灯塔，灯塔', 1],
])('a sentence has %s', (_, sentence, count) => {
  const words = listWordsOf(undefined, [sentence]).flatMap((stretch) => stretch.words)
  expect(words).toHaveLength(count)
  for (const word of words) expect(word).toBeLessThan(wordNumbers)
})

test('words are equal in any form of Chinese and with any capitals', () => {
  expect(listWordsOf(undefined, ['燈塔 LAMP'])).toEqual(listWordsOf(undefined, ['灯塔 lamp']))
})

test('words are told apart by sentence, and from the title', () => {
  const found = listWordsOf('灯塔', ['看灯塔。', '守岛。'])
  expect(found.map(({ sentence }) => sentence)).toEqual([titleSentence, 0, 1])
  expect(found[1]?.words).toEqual(expect.arrayContaining(found[0]?.words ?? []))
})

test('a long text gives the words of its beginning', () => {
  const text = Array.from({ length: 50_000 }, (_, at) => `w${at.toString(36)}x`).join(' ')
  const words = listWordsOf(undefined, [], text).flatMap((stretch) => stretch.words)
  expect(words.length).toBeLessThanOrEqual(1_200)
  expect(words.length).toBeGreaterThan(1_190)
})

test('packed words come back, and do not count as terms', () => {
  const post = { text: '看灯塔。看灯塔。', sentences: { ends: [], middle: '' } }
  const listed = listPostTerms('守岛人', post)
  const cursor = new PackedTerms()
  cursor.open(packTerms(listed))
  const found: [number, number][] = []
  cursor.visitWords((word, sentence) => found.push([word, sentence]))
  expect(found).toEqual(
    listed.words.flatMap(({ sentence, words }) => words.map((word) => [word, sentence])),
  )
  const without = packTerms({ ...listed, words: [] })
  expect(countTermBytes(packTerms(listed))).toBe(countTermBytes(without))
  expect(countTermBytes(without)).toBe(without.length - 3)
})
