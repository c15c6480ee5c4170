import {
  dropVowels,
  groupSign,
  joinSign,
  ringSign,
  spellVowels,
  umlautSign,
} from '../fold/marks.ts'

/** A phrase has at most twelve ways: three for its signs, two for its letters with dots, or four for its vowels. */
export const mostPhrases = 12

const joins = new RegExp(joinSign, 'gu')
const groups = new RegExp(groupSign, 'gu')
/** What may stand for one letter with dots, a stroke or a ring. */
const pairs = /([aou])e|aa/gu
/** With more pairs a phrase of other languages would be looked for in too many ways. */
const mostPairs = 2

/**
 * The ways to write a phrase, given its marked folding; the first is the one with a space for every sign. None for a
 * text without anything to search for. In a phrase the sign behind a letter stands for a vowel that counts for no
 * letter: before other words, `moeller` also has to fit where the text has `möller`, one letter shorter.
 */
export function toPhrases(folded: string): string[] {
  if (folded === '') return []
  const split = folded.replace(joins, ' ')
  const written = [
    split.replace(groups, ' '),
    split.replace(groups, ''),
    folded.replace(groups, '').replace(joins, ''),
  ]
  const spelled = written.flatMap((phrase) => [dropVowels(phrase), spellVowels(phrase)])
  return [...new Set(spelled.flatMap(toContracted))]
}

/** The phrase, and the same with each pair of vowels before its last word counted as one letter. */
function toContracted(phrase: string): string[] {
  const end = phrase.lastIndexOf(' ')
  const places = [...phrase.slice(0, Math.max(0, end)).matchAll(pairs)].map(({ index }) => index)
  if (places.length === 0 || places.length > mostPairs) return [phrase]
  return places.reduceRight<string[]>(
    (ways, at) => ways.flatMap((way) => [way, contract(way, at)]),
    [phrase],
  )
}

function contract(phrase: string, at: number): string {
  const sign = phrase.charAt(at + 1) === 'e' ? umlautSign : ringSign
  return `${phrase.slice(0, at + 1)}${sign}${phrase.slice(at + 2)}`
}
