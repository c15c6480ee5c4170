import { guessLanguage, toLanguageSample } from '#core/text/language-detection.ts'
import { tellIndonesian } from './malay.ts'

/** Letters of a text that a language is guessed of: names and slogans are shorter. */
const fewestLetters = 40

/**
 * Least share of its score by which a language must be ahead of the next: what is written in a language that the library
 * does not know looks nearly as much like one as like another.
 */
const leastLead = 0.02

/** Detects the language of a sample of a text with the library: a BCP 47 tag; `undefined` when it is not sure. */
export type DetectByLibrary = (sample: string) => Promise<string | undefined>

/**
 * Detects the language of a text. Scripts, Chinese and what four lists of words tell without doubt are decided by our own
 * code, all else by eld, which knows 60 languages. A text that fits several stays unknown.
 * @param byLibrary - Where the library is asked, if not on this thread.
 * @returns a BCP 47 tag, `undefined` when the text does not tell; a promise of it only where the library is asked.
 */
export function detectSpokenLanguage(
  text: string,
  byLibrary: DetectByLibrary = detectByLibrary,
): string | undefined | Promise<string | undefined> {
  const guess = guessLanguage(text)
  if (guess.isSure) return guess.language
  const sample = toLanguageSample(text)
  if ((sample.match(/\p{L}/gu)?.length ?? 0) < fewestLetters) return guess.language
  return byLibrary(sample).then((language) => language ?? guess.language)
}

/** Asks the library, which takes 85 MB of a thread when it is loaded for its first text. */
export async function detectByLibrary(sample: string): Promise<string | undefined> {
  const { eld } = await import('eld/extrasmall')
  const found = eld.detect(sample)
  const [best = 0, next = 0] = Object.values(found.getScores()).toSorted((a, b) => b - a)
  const isFound = found.isReliable() && best - next >= best * leastLead
  // It does not know the scripts of Chinese.
  if (!isFound || found.language === 'zh') return undefined
  // Nor Indonesian, which it takes for Malay.
  return found.language === 'ms' ? tellIndonesian(sample) : found.language
}
