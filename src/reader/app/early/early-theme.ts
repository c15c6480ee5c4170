import { readEarlySearch } from './early-search.ts'
import { showLook } from './show-look.ts'

/**
 * Puts the settings on the document before the first paint, which would else show the wrong colours, and says whether
 * the page will show other rows than the prerendered ones.
 */
export function showEarlyTheme(): void {
  const { dataset } = document.documentElement
  // The first page holds the newest rows. A filter in the address, or a saved position (a reload, a step back), means
  // other rows: the prerendered ones must not flash before them.
  if (readEarlySearch() !== '' || history.state !== null) dataset['rows'] = 'others'
  globalThis.broadsheetLook = showLook
  try {
    const settings: unknown = JSON.parse(localStorage.getItem('broadsheet.settings') ?? '{}')
    if (localStorage.getItem('broadsheet.desk') !== null) dataset['desk'] = 'kept'
    showLook(Object(settings) as Record<string, unknown>)
  } catch {
    // Storage is blocked or broken: the page starts with the defaults. The reader parses the settings again later.
  }
}
