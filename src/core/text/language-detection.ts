import { simplifiedOnly, traditionalOnly } from './chinese-characters.ts'

// Long enough to decide, short enough to cost nothing.
const sampleLength = 1_000

/**
 * Inclusive code unit ranges of the scripts that decide; `other` is what texts of India, Georgia, Armenia, Ethiopia, Laos,
 * Burma and Cambodia are written in. Rare Chinese characters appear as surrogates.
 */
const scriptRanges = [
  ['latin', 0x41, 0x5a],
  ['latin', 0x61, 0x7a],
  ['latin', 0xc0, 0x24f],
  ['greek', 0x370, 0x3ff],
  ['cyrillic', 0x400, 0x4ff],
  ['hebrew', 0x5d0, 0x5ea],
  ['other', 0x531, 0x58f],
  ['arabic', 0x620, 0x6d5],
  ['other', 0x904, 0xdf4],
  ['thai', 0xe01, 0xe4e],
  ['other', 0xe81, 0xedf],
  ['tibetan', 0xf40, 0xfbc],
  ['other', 0x1000, 0x10ff],
  ['other', 0x1200, 0x137f],
  ['other', 0x1780, 0x17d3],
  ['latin', 0x1e00, 0x1eff],
  ['greek', 0x1f00, 0x1fff],
  ['kana', 0x3041, 0x3096],
  ['kana', 0x30a1, 0x30fa],
  ['han', 0x3400, 0x4dbf],
  ['han', 0x4e00, 0x9fff],
  ['hangul', 0xac00, 0xd7a3],
  ['han', 0xd840, 0xd888],
  ['han', 0xf900, 0xfaff],
] as const
type Script = (typeof scriptRanges)[number][0]
const scripts = [...new Set(scriptRanges.map(([script]) => script))]

// Script number of every code unit, from 1: one look-up per character instead of two dozen comparisons.
const scriptOfCode = new Uint8Array(0x10000)
for (const [script, first, last] of scriptRanges) {
  scriptOfCode.fill(scripts.indexOf(script) + 1, first, last + 1)
}

// Whether a character is only simplified or only traditional, by code unit; all of them are in the BMP.
const simplifiedMark = 1
const traditionalMark = 2
const writingOfCode = new Uint8Array(0x10000)
for (const character of simplifiedOnly) writingOfCode[character.charCodeAt(0)] = simplifiedMark
for (const character of traditionalOnly) writingOfCode[character.charCodeAt(0)] = traditionalMark

// One Chinese or Japanese character carries as much meaning as several letters.
const scriptWeights: Readonly<Partial<Record<Script, number>>> = { han: 3, kana: 3, hangul: 2 }

const stopWords: Readonly<Record<string, ReadonlySet<string>>> = {
  en: toWords('the and of to in is that for it was with as on are this by be at have from not you'),
  fr: toWords(
    'le la les et des du une est que pour dans qui sur pas plus avec ce il au sont cette',
  ),
  de: toWords('der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch'),
  es: toWords('el los las del que en y por con para una se su es al lo como más pero sus'),
}

/** What is said of a text's language. */
export interface LanguageGuess {
  /** BCP 47; absent when the text does not tell. */
  language?: string
  /** Whether nothing else that looks at the same text could know better. */
  isSure: boolean
}

/**
 * Detects the language of a text, as a BCP 47 tag (`zh-Hans`, `zh-Hant`, `zh` when the text fits both scripts equally,
 * `ja`, `ko`, `en`, `fr`, `de`, `es`, `ru`, `uk`, `ar`, `fa`, `he`, `el`, `th`, `bo`); `undefined` when the text does
 * not tell.
 */
export function detectLanguage(text: string): string | undefined {
  return guessLanguage(text).language
}

/** Detects the language of a text, as `detectLanguage` does, and says whether that is sure. */
export function guessLanguage(text: string): LanguageGuess {
  const sample = toLanguageSample(text)
  const counts = countScripts(sample)
  const script = toMainScript(counts)
  if (script === 'latin') return toLatinLanguage(sample)
  const language = toScriptLanguage(script, sample, counts)
  if (language !== undefined) return { language, isSure: true }
  return { isSure: script === 'han' || script === 'kana' }
}

/** The part of a text that its language is told by: its start, without addresses. */
export function toLanguageSample(text: string): string {
  return text.slice(0, sampleLength).replace(/https?:\/\/[^\s\u3000-\uffff]{1,2000}/g, ' ')
}

function toScriptLanguage(
  script: Script | undefined,
  sample: string,
  counts: ReadonlyMap<Script, number>,
): string | undefined {
  if (script === 'han' || script === 'kana') {
    // Chinese texts may quote a Japanese word. Real Japanese is at least a third kana.
    const han = counts.get('han') ?? 0
    return (counts.get('kana') ?? 0) * 5 >= han ? 'ja' : toChinese(sample, han)
  }
  if (script === 'cyrillic') return toCyrillicLanguage(sample)
  if (script === 'arabic') return toArabicLanguage(sample)
  const single = { hangul: 'ko', hebrew: 'he', greek: 'el', thai: 'th', tibetan: 'bo' }
  return script === undefined || script === 'latin' || script === 'other'
    ? undefined
    : single[script]
}

/**
 * Detects the language of a title if it clearly differs from that of the text (a traditional title above a simplified
 * text, an English one above a Chinese text); `undefined` if it is the same, or too short to tell.
 */
export function detectTitleLanguage(
  title: string,
  textLanguage: string | undefined,
): string | undefined {
  const own = detectLanguage(title)
  if (own === undefined || own === textLanguage || textLanguage === undefined) return undefined
  const counts = countScripts(title)
  const han = counts.get('han') ?? 0
  if (own.startsWith('zh') && textLanguage.startsWith('zh')) {
    const { simplified, traditional } = countChinese(title)
    const [less, more] = [simplified, traditional].sort((a, b) => a - b)
    return (more ?? 0) >= 2 && (less ?? 0) * 4 <= (more ?? 0) ? own : undefined
  }
  // A name or quotation in another script among Chinese characters does not make a title foreign.
  if (textLanguage.startsWith('zh')) return han === 0 ? own : undefined
  return own
}

function toWords(words: string): ReadonlySet<string> {
  return new Set(words.split(' '))
}

function countScripts(sample: string): Map<Script, number> {
  const byNumber = scripts.map(() => 0)
  for (let at = 0; at < sample.length; at++) {
    const number = (scriptOfCode[sample.charCodeAt(at)] ?? 0) - 1
    if (number >= 0) byNumber[number] = (byNumber[number] ?? 0) + 1
  }
  return new Map(scripts.map((script, number) => [script, byNumber[number] ?? 0]))
}

function toMainScript(counts: ReadonlyMap<Script, number>): Script | undefined {
  let main: Script | undefined
  let most = 1
  for (const script of scripts) {
    const weight = (counts.get(script) ?? 0) * (scriptWeights[script] ?? 1)
    if (weight > most) [main, most] = [script, weight]
  }
  return main
}

function countChinese(sample: string): { simplified: number; traditional: number } {
  let simplified = 0
  let traditional = 0
  for (let at = 0; at < sample.length; at++) {
    const mark = writingOfCode[sample.charCodeAt(at)]
    if (mark === simplifiedMark) simplified++
    else if (mark === traditionalMark) traditional++
  }
  return { simplified, traditional }
}

function toChinese(sample: string, hanCount: number): string | undefined {
  const { simplified, traditional } = countChinese(sample)
  if (simplified === traditional) return hanCount >= 4 ? 'zh' : undefined
  return simplified > traditional ? 'zh-Hans' : 'zh-Hant'
}

function toLatinLanguage(sample: string): LanguageGuess {
  const words = sample.toLowerCase().match(/[a-z\u00df-\u024f]+/g) ?? []
  let best: string | undefined
  let most = 0
  let second = 0
  for (const [language, stops] of Object.entries(stopWords)) {
    const hits = words.filter((word) => stops.has(word)).length
    if (hits > most) [best, most, second] = [language, hits, most]
    else if (hits > second) second = hits
  }
  // A quarter of running text in these languages is stop words. A list of names or a lone title has hardly any.
  const isSound = most >= 2 && most * 12 >= words.length && most > second * 1.5
  if (!isSound || best === undefined) return { isSure: false }
  // Galician has the stop words of Spanish, Luxembourgish those of German, only fewer.
  return { language: best, isSure: most * 6 >= words.length && most >= second * 3 }
}

function toCyrillicLanguage(sample: string): string | undefined {
  // Letters of Serbian, Macedonian, Belarusian, Kazakh, Mongolian, Tatar and others.
  if (/[\u0452\u0453\u0455\u0458-\u045c\u045e\u045f\u0492-\u04ff]/i.test(sample)) return undefined
  if (/[\u0456\u0457\u0454\u0491]/i.test(sample))
    return /[\u044b\u044d]/i.test(sample) ? undefined : 'uk'
  return /[\u044b\u044d]/i.test(sample) ? 'ru' : undefined
}

function toArabicLanguage(sample: string): string | undefined {
  // Letters of Urdu, Uyghur, Pashto, Sindhi and Kurdish.
  if (
    /[\u0679\u0688\u0691\u06ba\u06be\u06d2\u06d0\u06d5\u06c6-\u06cb\u067c\u0693\u069a]/.test(sample)
  ) {
    return undefined
  }
  return /[\u067e\u0686\u0698\u06af\u06cc\u06a9]/.test(sample) ? 'fa' : 'ar'
}
