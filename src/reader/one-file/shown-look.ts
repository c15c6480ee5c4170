// In place of `app/shown-look.ts`.
import { showLook } from '#reader/app/early/show-look.ts'
import type { Settings } from '#reader/storage/settings.ts'

/** Shows the look of settings on the document. */
export function showLookOf(settings: Settings): void {
  showLook(settings)
}
