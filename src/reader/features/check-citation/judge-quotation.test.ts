import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judgeQuotation, listPhrases } from './judge-quotation.ts'

const text = [
  'The ferry',
  'The ferry left at nine, and the gulls stayed on the “old” quay. Nobody had told them.',
  '立春那天，盐湄后山的茶园还压着雪。老沈说，茶树不怕雪。',
].join('\n')

describe('a quotation', () => {
  test.each([
    ['word for word', 'and the gulls stayed on the “old” quay'],
    ['over two lines', 'The ferry The ferry left'],
    ['with other marks of quotation', 'stayed on the "old" quay'],
    ['in Chinese', '茶园还压着雪。老沈说'],
  ])('is the same %s', async (_, quotation) => {
    expect(await judgeQuotation(quotation, text)).toEqual({ kind: 'same' })
  })

  test.each([
    ['case', 'THE GULLS stayed'],
    ['signs', 'left at nine and the gulls'],
    ['accents', 'The férry left'],
    ['variants of characters', '茶園還壓著雪'],
    ['signs between Chinese characters', '压着雪老沈说'],
  ])('is alike where only %s differ', async (_, quotation) => {
    expect(await judgeQuotation(quotation, text)).toEqual({ kind: 'alike' })
  })

  test.each([
    ['ends', 'gulls stayed on th', ['same gulls stayed on th', 'removed e']],
    ['begins', 'ulls stayed on the', ['removed g', 'same ulls stayed on the']],
    ['begins and ends', 'erry left at ni', ['removed f', 'same erry left at ni', 'removed ne']],
    ['is one part of a word and', 'obod', ['removed N', 'same obod', 'removed y']],
  ])('that %s within a word is cut, and the whole words are told', async (_, quotation, told) => {
    const judged = await judgeQuotation(quotation, text)
    expect(judged.kind).toBe('cut')
    const pieces = 'pieces' in judged ? judged.pieces : []
    expect(pieces.map(({ kind, text: piece }) => `${kind} ${piece}`)).toEqual(told)
  })

  test('is the same where it stands in whole words behind a place where it does not', async () => {
    expect(await judgeQuotation('cat', 'To concatenate is not a cat.')).toEqual({ kind: 'same' })
  })

  test('of one sign that fills a long word is cut, and so is what is told of the word', async () => {
    const judged = await judgeQuotation('б', 'яб'.repeat(300_000))
    expect(judged.kind).toBe('cut')
    expect('pieces' in judged ? judged.pieces.map((piece) => piece.text.length) : []).toEqual([
      1, 1, 64,
    ])
  })

  test.each([
    [
      'with a word more',
      'left at nine, and the young gulls stayed on the quay.',
      [
        ['same', 'left at nine, and the '],
        ['added', 'young '],
        ['same', 'gulls stayed on the'],
        ['removed', ' “old”'],
        ['same', ' quay.'],
      ],
    ],
    [
      'with another character',
      '盐湄后山的茶园还压着雨。老沈说，茶树不怕雪',
      [
        ['same', '盐湄后山的茶园还压着'],
        ['removed', '雪'],
        ['added', '雨'],
        ['same', '。老沈说，茶树不怕雪'],
      ],
    ],
  ])('is another version %s, and the difference is told', async (_, quotation, pieces) => {
    const judged = await judgeQuotation(quotation, text)
    expect(judged.kind).toBe('other')
    const shown =
      'pieces' in judged ? judged.pieces.map((piece) => [piece.kind, toPlain(piece.text)]) : []
    expect(shown).toEqual(pieces.map(([kind, piece]) => [kind, toPlain(piece ?? '')]))
  })

  test.each([
    ['of other words', 'Seven lamps burned all night in the tower'],
    ['that ends within a word', 'ERRY'],
    ['without words', '...'],
  ])('is none %s', async (_, quotation) => {
    expect(await judgeQuotation(quotation, text)).toEqual({ kind: 'none' })
  })

  const word = fc.constantFrom('sea', 'wall', 'tide', '海', '堤', 'and', 'the', 'lamp')
  test('that was cut out of a text is the same, whatever both are', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(word, { minLength: 1 }),
        fc.nat(),
        fc.nat(),
        async (words, from, length) => {
          const start = from % words.length
          const part = words.slice(start, start + 1 + (length % words.length))
          expect(await judgeQuotation(part.join(' '), words.join(' '))).toEqual({ kind: 'same' })
        },
      ),
    )
  })

  test('the pieces of a difference are the passage and the quotation', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(word, { minLength: 3 }),
        fc.array(word, { minLength: 3 }),
        async (a, b) => {
          const judged = await judgeQuotation(b.join(' '), a.join(' '))
          if (judged.kind !== 'other') return
          const join = (but: string) =>
            judged.pieces.flatMap(({ kind, text: piece }) => (kind === but ? [] : piece)).join('')
          expect(join('removed')).toBe(b.join(' '))
          expect(a.join(' ')).toContain(join('added'))
        },
      ),
    )
  })
})

describe('phrases of a quotation', () => {
  test('are spread over it', () => {
    const words = Array.from({ length: 60 }, (_, at) => `w${at}`)
    const phrases = listPhrases(words.join(' '))
    expect(phrases).toHaveLength(6)
    expect(phrases[0]).toBe('w0 w1 w2 w3 w4')
    expect(phrases.at(-1)).toBe('w55 w56 w57 w58 w59')
  })

  test('are none of a few words', () => {
    expect(listPhrases('one two three four five')).toEqual([])
  })
})

function toPlain(piece: string): string {
  return piece.replace(/[“”]/gu, '"')
}
