import characters from 'opencc-js/dict/STCharacters'
import phrases from 'opencc-js/dict/STPhrases'
import variants from 'opencc-js/dict/TWVariants'
import variantPhrases from 'opencc-js/dict/TWVariantsPhrases'
import { simplifiedOnly, traditionalOnly } from '#core/text/chinese-characters.ts'
import { PhraseTable } from './phrase-table.ts'

/**
 * Returns a converter to traditional characters as used in Taiwan. It keeps the author's vocabulary: `软件` becomes `軟件`,
 * not `軟體`. A text that is already traditional stays as it is, because some of its characters are simplified forms of
 * others.
 */
export function makeTraditionalizer(): (text: string) => string {
  const table = new PhraseTable([phrases, characters])
  const standard = new PhraseTable([variantPhrases, variants])
  return (text) => (isTraditional(text) ? text : standard.convert(table.convert(text)))
}

function isTraditional(text: string): boolean {
  let isFound = false
  for (const character of text) {
    if (simplifiedOnly.has(character)) return false
    isFound ||= traditionalOnly.has(character)
  }
  return isFound
}
