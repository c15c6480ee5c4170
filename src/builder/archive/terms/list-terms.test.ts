import { describe, expect, test } from 'vitest'
import { listPostTerms } from './list-terms.ts'
import { PackedTerms, packTerms } from './packed-terms.ts'

const none = { ends: [], middle: '' }

function listFolded(title: string | undefined, text: string): string[] {
  return listPostTerms(title, { text, sentences: none }).terms.map(({ folded }) => folded)
}

describe('a post is about', () => {
  test.each([
    ['a name that recurs', undefined, '潮汐仪坏了。修理潮汐仪要三天。', ['潮汐仪']],
    ['a name of its title that its text has', '潮汐仪', '工人来看潮汐仪。', ['潮汐仪']],
    ['a name in another form of Chinese', undefined, '燈塔熄了。看燈塔的人來。', ['灯塔']],
    ['a word in quotation marks', undefined, '他们说「白帆」不见了。', ['白帆']],
    [
      'names of words',
      undefined,
      'They met Ada Byron. Later Ada Byron left the harbour.',
      ['ada byron'],
    ],
    [
      'names in Cyrillic',
      undefined,
      'Видели Анну Лебедеву. Потом Анну Лебедеву ждали.',
      ['анну лебедеву'],
    ],
  ])('%s', (_, title, text, expected) => {
    expect(listFolded(title, text)).toEqual(expect.arrayContaining(expected))
  })

  test.each([
    ['a piece of a longer name', '乌石角灯塔关了。乌石角灯塔开了。', '乌石角灯'],
    ['a number', 'In 2020 and 2020 and 2020 they came.', '2020'],
    ['a short word that only joins others', 'of it of it of it of it', 'of it'],
    ['what it says once', '港口今天停航。', '港口'],
  ])('never %s', (_, text, term) => {
    expect(listFolded(undefined, text)).not.toContain(term)
  })

  test('what it writes with capitals amid a sentence, as it is written there', () => {
    const text = 'Tern boats sank. The Tern was old, said those who saw the Tern sink.'
    const { terms } = listPostTerms(undefined, { text, sentences: none })
    expect(terms.find(({ folded }) => folded === 'tern')?.written).toBe('Tern')
  })
})

test('tells which end sentences have a term, and whether it is elsewhere', () => {
  const ends = ['看守灯塔的人。', '灯塔在岛上。'].map((text) => ({ text, isSaying: true }))
  const post = { text: '看守灯塔的人。灯塔在岛上。', sentences: { ends, middle: '' } }
  expect(listPostTerms(undefined, post).terms[0]).toMatchObject({ folded: '灯塔', sentences: 3 })
  expect(listPostTerms('灯塔', post).terms[0]).toMatchObject({ sentences: (2 ** 31 + 3) >>> 0 })
})

test('packs terms, and gives them back', () => {
  const packed = packTerms(
    listPostTerms('燈塔與 Ada Byron', {
      text: '燈塔。Here is Ada Byron.',
      sentences: none,
    }),
  )
  const cursor = new PackedTerms()
  cursor.open(packed)
  const found: [string, string][] = []
  while (cursor.next()) found.push([cursor.folded, cursor.written])
  expect(found).toContainEqual(['灯塔', '燈塔'])
  expect(found).toContainEqual(['ada byron', 'Ada Byron'])
})

test('an empty post is about nothing', () => {
  expect(packTerms(listPostTerms(undefined, { text: '', sentences: none }))).toEqual(
    Uint8Array.of(0, 0, 0, 0),
  )
})

test.each([
  ['one character a million times', '灯'.repeat(1_000_000)],
  ['a phrase a hundred thousand times', '看守灯塔'.repeat(100_000)],
  ['a word a hundred thousand times', 'lamp '.repeat(100_000)],
  [
    'many different words',
    Array.from({ length: 100_000 }, (_, at) => `w${at.toString(36)}x`).join(' '),
  ],
])('a post of %s has few terms', (_, text) => {
  expect(listPostTerms(undefined, { text, sentences: none }).terms.length).toBeLessThanOrEqual(40)
})
