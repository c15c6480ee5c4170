// The one place that speaks with the browser's speech: a test puts another in its place.

/** What of `speechSynthesis` is used. */
export type SpeechEngine = Pick<SpeechSynthesis, 'speak' | 'cancel' | 'getVoices'> &
  Pick<EventTarget, 'addEventListener' | 'removeEventListener'>

/** What it takes to speak. */
export interface BrowserSpeech {
  engine: SpeechEngine
  makeUtterance: (text: string) => SpeechSynthesisUtterance
}

/** The speech of this browser; `undefined` where it has none. */
export function findSpeech(): BrowserSpeech | undefined {
  if (!('speechSynthesis' in globalThis) || !('SpeechSynthesisUtterance' in globalThis))
    return undefined
  return {
    engine: globalThis.speechSynthesis,
    makeUtterance: (text) => new SpeechSynthesisUtterance(text),
  }
}

/** How long a browser may take to list its voices, milliseconds: some ask a service for them. */
const mostWaitMs = 3_000

/** The voices of an engine, which lists none before it has looked for them. */
export async function listVoices(engine: SpeechEngine): Promise<readonly SpeechSynthesisVoice[]> {
  const voices = engine.getVoices()
  if (voices.length > 0) return voices
  await new Promise<void>((resolve) => {
    const done = () => {
      clearTimeout(timer)
      engine.removeEventListener('voiceschanged', done)
      resolve()
    }
    const timer = setTimeout(done, mostWaitMs)
    engine.addEventListener('voiceschanged', done)
  })
  return engine.getVoices()
}
