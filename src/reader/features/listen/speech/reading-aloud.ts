import type { Sentence } from '../text/article-sentences.ts'
import type { SentenceSpeaker } from './sentence-speaker.ts'

/** What a reading does now. `failed`: the engine refused several sentences in a row. */
export type ReadingState = 'speaking' | 'paused' | 'ended' | 'failed'

/** Where a reading is. */
export interface ReadingPlace {
  state: ReadingState
  /** The sentence that is said, or will be said next. */
  at: number
  rate: number
  /** Sentences that were left out because no voice speaks their language, or the engine refused them. */
  leftOut: number
}

/** How a reading begins. */
export interface ReadingOptions {
  sentences: readonly Sentence[]
  /** The sentence to begin with. */
  at: number
  rate: number
  speaker: Pick<SentenceSpeaker, 'say' | 'stop'>
  /** The voice for a sentence; `undefined` where none may read it. */
  findVoice: (sentence: Sentence) => SpeechSynthesisVoice | undefined
}

/** This many failures in a row are no bad sentence but a bad engine. */
const mostFailures = 3

/** Reads sentences aloud, one after the other, and notifies of each. */
export class ReadingAloud {
  readonly #options: ReadingOptions
  readonly #listeners = new Set<() => void>()
  #place: ReadingPlace
  #failures = 0

  constructor(options: ReadingOptions) {
    this.#options = options
    this.#place = { state: 'paused', at: options.at, rate: options.rate, leftOut: 0 }
  }

  /** Where it is; another object after every change. */
  readonly read = (): ReadingPlace => this.#place

  /** Calls a listener after every change. @returns what unsubscribes it. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  /** Goes on from the beginning of the sentence it is at; from the start where it had come to the end. */
  play(): void {
    this.#failures = 0
    this.#sayAt(this.#place.state === 'ended' ? 0 : this.#place.at)
  }

  /** Falls silent and keeps its place. Engines pause unreliably: it is a stop, and the sentence begins again. */
  pause(): void {
    this.#options.speaker.stop()
    this.#tell({ state: 'paused' })
  }

  /** Goes some sentences on or back. */
  skipSentences(by: number): void {
    this.#jump(this.#place.at + by)
  }

  /** Goes to the next paragraph, or back to the beginning of this one, and from there to the one before. */
  skipParagraph(by: 1 | -1): void {
    const { sentences } = this.#options
    const { at } = this.#place
    const paragraph = sentences[at]?.paragraph
    const toStart = (of: number | undefined) => sentences.findIndex((one) => one.paragraph === of)
    if (by === 1) {
      const next = sentences.findIndex((one, place) => place > at && one.paragraph !== paragraph)
      this.#jump(next === -1 ? sentences.length : next)
      return
    }
    const start = toStart(paragraph)
    this.#jump(start < at ? start : Math.max(0, toStart(sentences[start - 1]?.paragraph)))
  }

  /** Changes the speed; the sentence begins again. */
  setRate(rate: number): void {
    this.#tell({ rate })
    if (this.#place.state === 'speaking') this.#sayAt(this.#place.at)
  }

  #jump(to: number): void {
    const at = Math.max(0, to)
    if (at >= this.#options.sentences.length) this.#end()
    else if (this.#place.state === 'speaking') this.#sayAt(at)
    else this.#tell({ at, state: 'paused' })
  }

  #sayAt(from: number, isAgain = false): void {
    const { sentences, speaker, findVoice } = this.#options
    const at = this.#passUnread(from)
    const sentence = sentences[at]
    const voice = sentence && findVoice(sentence)
    if (sentence === undefined || voice === undefined) {
      this.#end()
      return
    }
    this.#tell({ state: 'speaking', at })
    speaker.say({ text: sentence.text, voice, rate: this.#place.rate }, (end) => {
      if (end === 'said') {
        this.#failures = 0
        this.#sayAt(at + 1)
      } else if (!isAgain) this.#sayAt(at, true)
      else this.#giveUp(at)
    })
  }

  /** The first sentence from a place on that a voice reads; those before it are counted as left out. */
  #passUnread(from: number): number {
    const { sentences, findVoice } = this.#options
    let at = from
    for (let next = sentences[at]; next !== undefined && findVoice(next) === undefined;) {
      at++
      next = sentences[at]
    }
    if (at > from) this.#tell({ leftOut: this.#place.leftOut + at - from })
    return at
  }

  #giveUp(at: number): void {
    this.#failures++
    this.#tell({ leftOut: this.#place.leftOut + 1 })
    if (this.#failures >= mostFailures) this.#tell({ state: 'failed' })
    else this.#sayAt(at + 1)
  }

  #end(): void {
    this.#options.speaker.stop()
    this.#tell({ state: 'ended', at: Math.max(0, this.#options.sentences.length - 1) })
  }

  #tell(change: Partial<ReadingPlace>): void {
    this.#place = { ...this.#place, ...change }
    for (const listener of this.#listeners) listener()
  }
}
