import { savesData, untilIdle } from '#reader/data/scheduling/idle-time.ts'
import { untilReaderSign } from '#reader/ui/reader-sign.ts'

/**
 * Loads what somebody who reads here will open sooner or later, one part after the other while the browser is idle: it
 * then opens at once, and without a network. Not before the first sign of a reader, and not where data are to be saved.
 * What fails is loaded by whoever needs it, who also says why it failed.
 */
export async function loadAhead(parts: readonly (() => unknown)[]): Promise<void> {
  await untilReaderSign()
  for (const load of parts) {
    await untilIdle()
    if (savesData()) return
    await untilOnline()
    try {
      await load()
    } catch {
      return
    }
  }
}

/** A module that could not be loaded once is never asked for again in some engines: without a network none is tried. */
async function untilOnline(): Promise<void> {
  if (navigator.onLine) return
  await new Promise((resolve) => {
    addEventListener('online', resolve, { once: true })
  })
}
