import { vi } from 'vitest'

/** Something that was said, and when by the clock of the test. */
export interface Said {
  text: string
  voice: string
  rate: number
}

interface FakeOptions {
  voices?: readonly SpeechSynthesisVoice[]
  /** Whether voices are listed late, after `voiceschanged`. */
  isLate?: boolean
  /** Milliseconds a letter takes at speed 1. */
  letterMs?: number
  /** After so many milliseconds in one breath an engine falls silent without an event, as Chrome's remote voices do. */
  breathMs?: number
  /** Whether the engine forgets to say that it has come to the end of this saying, counted from 1. */
  isDeaf?: (saying: number) => boolean
  /** Whether the engine refuses this text. */
  refuses?: (text: string) => boolean
}

/** A voice of this device, or of a server. */
export function makeVoice(lang: string, kind: 'local' | 'remote' = 'local'): SpeechSynthesisVoice {
  const name = `${lang} ${kind}`
  return { name, lang, localService: kind === 'local', default: false, voiceURI: name }
}

class FakeUtterance extends EventTarget {
  voice: SpeechSynthesisVoice | null = null
  lang = ''
  rate = 1
  constructor(readonly text: string) {
    super()
  }
}

/** Runs something once, later on the simulated clock of the test. */
function later(ms: number, run: () => void) {
  const timer = setInterval(() => {
    clearInterval(timer)
    run()
  }, ms)
  return timer
}

/** Puts speech into the browser's place; it runs on the simulated clock of the test. Returns what it has begun to say. */
export function stubSpeech(options: FakeOptions = {}): { said: Said[]; isSpeaking: () => boolean } {
  const { voices = [makeVoice('en-GB')], letterMs = 60, breathMs = Infinity } = options
  const said: Said[] = []
  let listed = options.isLate === true ? [] : voices
  let current: { utterance: FakeUtterance; timer?: ReturnType<typeof later> } | undefined
  const engine = Object.assign(new EventTarget(), {
    getVoices: () => listed,
    speak: (utterance: FakeUtterance) => {
      // What is spoken meanwhile waits in a real engine; nothing here may rely on that.
      if (current !== undefined) throw new Error('two things are said at once')
      const { text, voice, rate } = utterance
      said.push({ text, voice: voice?.name ?? 'none', rate })
      const ms = (text.length * letterMs) / rate
      const end = options.refuses?.(text) === true ? 'error' : 'end'
      current = { utterance }
      if (ms > breathMs || options.isDeaf?.(said.length) === true) return
      current.timer = later(ms, () => {
        current = undefined
        utterance.dispatchEvent(new Event(end))
      })
    },
    cancel: () => {
      const cut = current
      current = undefined
      if (cut === undefined) return
      clearInterval(cut.timer)
      later(1, () => cut.utterance.dispatchEvent(new Event('error')))
    },
  })
  if (options.isLate === true) {
    later(500, () => {
      listed = voices
      engine.dispatchEvent(new Event('voiceschanged'))
    })
  }
  vi.stubGlobal('speechSynthesis', engine)
  vi.stubGlobal('SpeechSynthesisUtterance', FakeUtterance)
  return { said, isSpeaking: () => current !== undefined }
}
