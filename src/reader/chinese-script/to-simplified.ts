import characters from 'opencc-js/dict/TSCharacters'
import phrases from 'opencc-js/dict/TSPhrases'
import { PhraseTable } from './phrase-table.ts'

/** Returns a converter to simplified characters, which leaves simplified ones as they are. */
export function makeSimplifier(): (text: string) => string {
  const table = new PhraseTable([phrases, characters])
  return (text) => table.convert(text)
}
