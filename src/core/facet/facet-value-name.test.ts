import { assert, property, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toFacetValueName } from './facet-value-name.ts'

describe('toFacetValueName', () => {
  test.each([
    [
      'keeps the letters of a value for people',
      'tag',
      'Information Warfare',
      /^information-warfare-/,
    ],
    ['is only the hash for a value without Latin letters', 'tag', '隐私', /^[a-z2-7]{10}$/],
    ['cuts long values', 'author', 'x'.repeat(300), /^x{24}-[a-z2-7]{10}$/],
    ['cannot escape its folder', 'source', '../../etc', /^etc-[a-z2-7]{10}$/],
    ['accepts an empty value', 'tag', '', /^[a-z2-7]{10}$/],
  ] as const)('%s', (_, facet, value, pattern) => {
    expect(toFacetValueName(facet, value)).toMatch(pattern)
  })

  test('never changes, because URLs of pages and feeds contain it', () => {
    expect(toFacetValueName('tag', 'privacy')).toBe('privacy-4htgqsmpmz')
  })

  test('distinguishes facets, case and scripts', () => {
    const names = [
      toFacetValueName('tag', 'Tea'),
      toFacetValueName('tag', 'tea'),
      toFacetValueName('category', 'tea'),
      toFacetValueName('tag', '茶'),
      toFacetValueName('tag', '茶 '),
    ]
    expect(new Set(names).size).toBe(names.length)
  })

  test('makes a safe path component of any value, without a collision among ten thousand', () => {
    assert(
      property(string({ unit: 'binary' }), (value) => {
        expect(toFacetValueName('tag', value)).toMatch(
          /^(?:[a-z0-9][a-z0-9-]{0,23}-)?[a-z2-7]{10}$/,
        )
      }),
    )
    const names = Array.from({ length: 10_000 }, (_, at) => toFacetValueName('author', `名${at}`))
    expect(new Set(names).size).toBe(names.length)
  })
})
