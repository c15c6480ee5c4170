import { readSentences, type Sentence, type SpokenWords } from './text/article-sentences.ts'
import { ReadingAloud } from './speech/reading-aloud.ts'
import { SentenceSpeaker } from './speech/sentence-speaker.ts'
import { findSpeech, listVoices } from './speech/speech-engine.ts'
import { findFirstInSight } from './spoken-mark.ts'
import { planVoices } from './speech/voices-for.ts'

/** What came of the wish to listen. */
export type Listening =
  | {
      kind: 'reading'
      reading: ReadingAloud
      sentences: readonly Sentence[]
      missing: readonly string[]
    }
  /** Nothing that could be said: no speech, no voices at all, no text, or no voice for any of its languages. */
  | { kind: 'none'; why: 'speech' | 'voices' | 'text' | 'language'; missing: readonly string[] }
  /** Most of it can be read by remote voices alone, and nobody has agreed to that. */
  | { kind: 'remote'; languages: readonly string[] }

interface ReadingWishes {
  /** The element that contains the article. */
  box: Element
  language: string
  words: SpokenWords
  rate: number
  mayBeRemote: boolean
}

/** Readies the article on the page for reading aloud; it does not speak yet. */
export async function prepareReading(wishes: ReadingWishes): Promise<Listening> {
  const { box, language, words, rate, mayBeRemote } = wishes
  const speech = findSpeech()
  if (speech === undefined) return { kind: 'none', why: 'speech', missing: [] }
  const voices = await listVoices(speech.engine)
  if (voices.length === 0) return { kind: 'none', why: 'voices', missing: [] }
  const roots = box.querySelectorAll('h1, .article-text')
  const sentences = readSentences([...roots], language, words)
  if (sentences.length === 0) return { kind: 'none', why: 'text', missing: [] }
  const { findVoice, read, missing, remote } = planVoices(voices, sentences, mayBeRemote)
  if (read * 2 < sentences.length && remote.length > 0) return { kind: 'remote', languages: remote }
  if (read === 0) return { kind: 'none', why: 'language', missing }
  const at = findFirstInSight(sentences)
  const reading = new ReadingAloud({
    sentences,
    at,
    rate,
    speaker: new SentenceSpeaker(speech),
    findVoice,
  })
  return { kind: 'reading', reading, sentences, missing }
}
