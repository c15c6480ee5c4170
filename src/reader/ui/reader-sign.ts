/** Events that show that somebody is using the page. */
export const readerSigns = ['pointermove', 'pointerdown', 'keydown', 'scroll', 'focusin'] as const

/** Resolves at the first sign of a reader. */
export async function untilReaderSign(): Promise<void> {
  const listening = new AbortController()
  const options = { passive: true, signal: listening.signal }
  await new Promise<unknown>((resolve) => {
    for (const sign of readerSigns) addEventListener(sign, resolve, options)
  })
  listening.abort()
}
