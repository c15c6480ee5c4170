import type { QueryClient } from '@tanstack/react-query'
import { findOwnClock } from '#reader/data/clock/reader-clock.ts'
import { tendKept } from '#reader/data/kept/tend-kept.ts'
import { savesData, untilIdle } from '#reader/data/scheduling/idle-time.ts'
import { prepareDoor } from '#reader/features/timeline/door/prepare-door.ts'
import { untilReaderSign } from '#reader/ui/reader-sign.ts'
import { KeyboardDialog, SettingsDialog } from './page-dialogs.ts'
import type { LazyWords } from './router.tsx'

/**
 * Shows the desk. Then, from the first sign of a reader on, loads what somebody who reads here will open sooner or later,
 * one part after the other while the browser is idle: it then opens at once, and without a network. Loads nothing of that
 * where data are to be saved. What fails is loaded by whoever needs it, who also says why it failed.
 */
export async function loadAhead(client: QueryClient, words: LazyWords): Promise<void> {
  const parts: (() => unknown)[] = [
    () => import('./article-page.tsx'),
    words.showArticleWords,
    prepareDoor,
    words.showRareWords,
    // Their first press then draws them at once, instead of asking for what is here already.
    SettingsDialog.prepare,
    KeyboardDialog.prepare,
    () => import('#reader/features/search-field/search-as-you-type.tsx'),
    words.showSearchWords,
    findOwnClock,
    () => tendKept(client),
  ]
  // Called at once where the early script has found the sign of a desk.
  const isEarly = 'desk' in document.documentElement.dataset
  // Small, and wanted in a hurry: also where data are to be saved.
  await import('./late-desk.ts').then(({ showDesk }) => showDesk()).catch(() => undefined)
  if (isEarly) await untilReaderSign()
  await import('#reader/data/stored/forget-all.ts').catch(() => undefined)
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
