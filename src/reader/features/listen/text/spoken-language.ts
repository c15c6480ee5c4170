interface ScriptRule {
  script: RegExp
  /** Languages written in it, by their first subtag; the first is assumed where the text says no other. */
  languages: readonly [string, ...string[]]
}

/** A sentence counts by the letters it has most of; kana are told before Han, of which Japanese has both. */
const rules: readonly ScriptRule[] = [
  { script: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu, languages: ['ja'] },
  { script: /\p{Script=Hangul}/gu, languages: ['ko'] },
  { script: /\p{Script=Han}/gu, languages: ['zh', 'yue', 'wuu', 'nan', 'hak', 'ja'] },
  { script: /\p{Script=Cyrillic}/gu, languages: ['ru', 'uk', 'be', 'bg', 'sr', 'mk', 'kk', 'mn'] },
  { script: /\p{Script=Arabic}/gu, languages: ['ar', 'fa', 'ur', 'ug', 'ps', 'ku'] },
  { script: /\p{Script=Hebrew}/gu, languages: ['he', 'yi'] },
  { script: /\p{Script=Greek}/gu, languages: ['el'] },
  { script: /\p{Script=Thai}/gu, languages: ['th'] },
  { script: /\p{Script=Devanagari}/gu, languages: ['hi', 'mr', 'ne', 'sa'] },
  { script: /\p{Script=Tibetan}/gu, languages: ['bo', 'dz'] },
]

/** Languages of these scripts that are written in Latin letters as well. */
const alsoLatin = new Set(['sr', 'kk', 'ku', 'ug', 'mn'])

/** A letter that stands for a syllable or a word weighs as much as three of an alphabet. */
const fullWidth = 3

/**
 * The language to read a sentence in: that of the element it stands in, unless it is written in a script which that
 * language does not use.
 */
export function toSpokenLanguage(sentence: string, given: string): string {
  const own = given.toLowerCase().split('-')[0] ?? ''
  const rule = findRule(sentence)
  if (rule !== undefined) return rule.languages.includes(own) ? given : rule.languages[0]
  if (own === '') return 'en'
  const isLatin = /\p{Script=Latin}/u.test(sentence) && !/-latn\b/i.test(given)
  const isOther = rules.some(({ languages }) => languages.includes(own)) && !alsoLatin.has(own)
  return isLatin && isOther ? 'en' : given
}

/** The script that most of a sentence is in; `undefined` for Latin and for no letters at all. */
function findRule(sentence: string): ScriptRule | undefined {
  // Names of hosts are in Latin letters everywhere.
  const words = sentence.replaceAll(/\S*[a-z\d]\.[a-z]{2,}\S*/gi, ' ')
  const count = (script: RegExp) => words.match(script)?.length ?? 0
  const weights = rules.map(({ script }, at) => count(script) * (at < 3 ? fullWidth : 1))
  const [kana = 0, , han = 0] = weights
  // Japanese is kana among Han: a tenth of them tells it.
  if (kana > 0 && kana * 10 >= han && kana + han > count(/\p{Script=Latin}/gu)) return rules[0]
  const most = Math.max(...weights)
  return most > count(/\p{Script=Latin}/gu) ? rules[weights.indexOf(most)] : undefined
}
