import type { Sentence } from '../text/article-sentences.ts'
import { chooseVoice } from './choose-voice.ts'

/** The voices that a text needs. */
export interface VoicePlan {
  /** The voice for a sentence; `undefined` where none may read it. */
  findVoice: (
    sentence: Pick<Sentence, 'language' | 'givenLanguage'>,
  ) => SpeechSynthesisVoice | undefined
  /** Sentences that a voice reads. */
  read: number
  /** Languages of sentences that none may read. */
  missing: readonly string[]
  /** Languages that only remote voices read, which nobody has agreed to. */
  remote: readonly string[]
}

/** Chooses a voice for every sentence of a text. A language without one is read by that of the text around it, if that is local. */
export function planVoices(
  voices: readonly SpeechSynthesisVoice[],
  sentences: readonly Pick<Sentence, 'language' | 'givenLanguage'>[],
  mayBeRemote: boolean,
): VoicePlan {
  const chosen = new Map<string, SpeechSynthesisVoice | undefined>()
  const choose = (language: string) => {
    if (!chosen.has(language)) chosen.set(language, chooseVoice(voices, language, mayBeRemote))
    return chosen.get(language)
  }
  const findVoice: VoicePlan['findVoice'] = ({ language, givenLanguage }) => {
    const own = choose(language)
    // Any voice knows Latin letters, and no other knows another script.
    return own ?? (language === 'en' ? choose(givenLanguage) : undefined)
  }
  const unread = sentences.filter((sentence) => findVoice(sentence) === undefined)
  const missing = [...new Set(unread.map(({ language }) => language))]
  return {
    findVoice,
    read: sentences.length - unread.length,
    missing,
    remote: missing.filter((language) => chooseVoice(voices, language, true) !== undefined),
  }
}
