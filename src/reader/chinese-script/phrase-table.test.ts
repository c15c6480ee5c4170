import * as fc from 'fast-check'
import { ConverterFactory } from 'opencc-js/core'
import characters from 'opencc-js/dict/STCharacters'
import phrases from 'opencc-js/dict/STPhrases'
import variants from 'opencc-js/dict/TWVariants'
import variantPhrases from 'opencc-js/dict/TWVariantsPhrases'
import toCharacters from 'opencc-js/dict/TSCharacters'
import toPhrases from 'opencc-js/dict/TSPhrases'
import { describe, expect, test } from 'vitest'
import { makeSimplifier } from './to-simplified.ts'
import { makeTraditionalizer } from './to-traditional.ts'

const toTraditional = makeTraditionalizer()
const toSimplified = makeSimplifier()

/** Keeps the entries whose two sides have the same length, which are the ones the table uses. */
function keepLength(list: string): string {
  return list
    .split('|')
    .filter((entry) => entry.indexOf(' ') * 2 + 1 === entry.length)
    .join('|')
}

describe('converts scripts by phrases', () => {
  test.each([
    ['头发发现了干净的后面', '頭髮發現了乾淨的後面'],
    ['皇后在后台', '皇后在後臺'],
    ['这里有三公里的面条', '這裡有三公里的麵條'],
    ['软件里的文章', '軟件裡的文章'],
    ['iPhone 与 2020 年，𠀀', 'iPhone 與 2020 年，𠀀'],
  ])('%s becomes %s and back', (simplified, traditional) => {
    expect(toTraditional(simplified)).toBe(traditional)
    expect(toSimplified(traditional)).toBe(simplified)
  })

  test('a traditional text stays traditional, a simplified one simplified', () => {
    expect(toTraditional('這位皇后姓余，干係重大')).toBe('這位皇后姓余，干係重大')
    expect(toSimplified('头发发现了干净的后面')).toBe('头发发现了干净的后面')
  })

  test('a text in both scripts is converted to one', () => {
    expect(toTraditional('这位說：发现')).toBe('這位說：發現')
  })
})

test('agrees with OpenCC and preserves every length', () => {
  const lists = [keepLength(phrases), keepLength(characters)]
  const oracle = ConverterFactory(
    [lists],
    [[variantPhrases, variants].map((list) => keepLength(list))],
  )
  const back = ConverterFactory([[keepLength(toPhrases), keepLength(toCharacters)]])
  const known = phrases.split('|')
  const piece = fc.oneof(
    fc.integer({ min: 0, max: known.length - 1 }).map((at) => known[at]?.split(' ')[0] ?? ''),
    fc.constantFrom('的', '了', '，', 'a', '\ud840', '后', '发', '干', '只'),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join('')
      const traditional = toTraditional(`这${text}`)
      expect(traditional).toBe(oracle(`这${text}`))
      expect(traditional).toHaveLength(text.length + 1)
      expect(toSimplified(traditional)).toBe(back(traditional))
    }),
    { numRuns: 300 },
  )
})
