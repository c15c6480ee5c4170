import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parsePostId, toPostId, toUtcDay } from './post-id.ts'

describe('a post id', () => {
  test.each(['2020-08-30-abcdefg2', 'undated-abcdefg7'])('%s is valid', (text) => {
    expect(parsePostId(text)).toBe(text)
  })

  test.each([
    '',
    'abcdefg2',
    '2020-08-30',
    '2020-08-30-abcdefg',
    '2020-08-30-abcdefg23',
    '2020-08-30-ABCDEFG2',
    '2020-08-30-abcdefg1',
    '2020-8-30-abcdefg2',
    ' 2020-08-30-abcdefg2',
    '2020-08-30-abcdefg2\n',
    '../2020-08-30-abcdefg2',
    '2020-08-30-abcdef%2',
    'undated',
  ])('%j is invalid', (text) => {
    expect(parsePostId(text)).toBeUndefined()
  })

  test('is made from a day and a digest, and keeps the day', () => {
    const id = toPostId('2020-08-30', 'abcdefghijkl')
    expect(id).toBe('2020-08-30-abcdefgh')
    expect(toUtcDay(id)).toBe('2020-08-30')
  })

  test('has no day if the post is undated', () => {
    const id = toPostId(undefined, 'abcdefghijkl')
    expect(id).toBe('undated-abcdefgh')
    expect(toUtcDay(id)).toBeUndefined()
  })

  test('cannot be made from other parts', () => {
    expect(() => toPostId('2020', 'abcdefghijkl')).toThrow(RangeError)
    expect(() => toPostId('2020-08-30', 'abc')).toThrow(RangeError)
  })

  test('B7 is always ASCII and safe in a path', () => {
    const start = fc.constantFrom('2020-08-30-', 'undated-', '../', '')
    const letter = fc.constantFrom('a', 'z', '2', '7', '-', '.', '/', '%', '\n', ' ', 'A', '中')
    fc.assert(
      fc.property(start, fc.string({ unit: letter, minLength: 8, maxLength: 9 }), (head, tail) => {
        const id = parsePostId(head + tail) ?? 'undated-aaaaaaaa'
        expect(id).toMatch(/^[a-z0-9-]{6,40}$/)
        expect(id).not.toContain('\n')
      }),
      { numRuns: 2000 },
    )
  })
})
