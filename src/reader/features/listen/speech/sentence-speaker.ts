import type { BrowserSpeech } from './speech-engine.ts'

/** One thing to say. */
export interface Saying {
  text: string
  voice: SpeechSynthesisVoice
  /** 1 = the voice's own speed. */
  rate: number
}

/** How a saying ended: said, silent for too long, or refused by the engine. */
export type SayingEnd = 'said' | 'silent' | 'failed'

/** After `cancel` some engines drop what is said at once. */
const restMs = 60

/** How long something may take to say at most, before its engine counts as silent: slow voices, and room for long numbers. */
const msPerLetter = 200
const msPerSign = 700
const startMs = 5_000

/**
 * Says one thing at a time. Engines fall silent without a word: Chrome's remote voices after about fifteen seconds, others
 * when a device sleeps. So every saying has a time limit, which each sign of life extends.
 */
export class SentenceSpeaker {
  readonly #speech: BrowserSpeech
  /** What is being said; held here, because Chrome forgets utterances that nobody holds, with their events. */
  #now: SpeechSynthesisUtterance | undefined
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(speech: BrowserSpeech) {
    this.#speech = speech
  }

  /** Says something in place of what is being said; `onEnd` is called once, unless it is cut short. */
  say(saying: Saying, onEnd: (end: SayingEnd) => void): void {
    const wasSpeaking = this.#now !== undefined
    this.stop()
    const utterance = this.#speech.makeUtterance(saying.text)
    this.#now = utterance
    utterance.voice = saying.voice
    utterance.lang = saying.voice.lang
    utterance.rate = saying.rate
    const finish = (end: SayingEnd) => {
      if (this.#now !== utterance) return
      this.#clear()
      if (end === 'silent') this.#speech.engine.cancel()
      onEnd(end)
    }
    const watch = () => {
      if (this.#now !== utterance) return
      clearTimeout(this.#timer)
      this.#timer = setTimeout(() => finish('silent'), toMostMs(saying))
    }
    utterance.addEventListener('start', watch)
    utterance.addEventListener('boundary', watch)
    utterance.addEventListener('end', () => finish('said'))
    utterance.addEventListener('error', () => finish('failed'))
    const start = () => {
      watch()
      this.#speech.engine.speak(utterance)
    }
    if (wasSpeaking) this.#timer = setTimeout(start, restMs)
    else start()
  }

  /** Falls silent. */
  stop(): void {
    if (this.#now === undefined) return
    this.#clear()
    this.#speech.engine.cancel()
  }

  #clear(): void {
    this.#now = undefined
    clearTimeout(this.#timer)
  }
}

function toMostMs({ text, rate }: Saying): number {
  const signs = text.match(/[\p{Script=Han}\p{Script=Hangul}\p{N}]/gu)?.length ?? 0
  return startMs + (msPerLetter * (text.length - signs) + msPerSign * signs) / rate
}
