import type { Settings } from '#reader/storage/settings.ts'

declare global {
  /** Shows the look of settings on the document; the early script of each page leaves it. */
  var broadsheetLook: ((settings: Readonly<Record<string, unknown>>) => void) | undefined
}

/**
 * Shows the look of settings as the page's early script did before the first paint: its code is not loaded twice. In a
 * lifeboat, whose page has no such script, `one-file/shown-look.ts` stands here.
 */
export function showLookOf(settings: Settings): void {
  globalThis.broadsheetLook?.(settings)
}
