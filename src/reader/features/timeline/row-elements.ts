import { stickyHeight } from './list-window.ts'

/** Ordinal of the post in a row element. */
export function toOrdinal(row: HTMLElement): number {
  return Number(row.dataset['ordinal'])
}

/** The topmost row that is at least partly visible. A binary search: every click asks, and the rows may be thousands. */
export function findTopRow(list: HTMLElement): HTMLElement | undefined {
  const rows = list.querySelectorAll<HTMLElement>('[data-ordinal]')
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const row = rows[middle]
    if (row !== undefined && endsBelowTop(row)) high = middle
    else low = middle + 1
  }
  return rows[low]
}

/** Whether a row ends in or below the window. Its slice is asked first: to measure in one out of sight lays that out. */
function endsBelowTop(row: HTMLElement): boolean {
  const slice = row.parentElement?.getBoundingClientRect()
  if (slice !== undefined && slice.bottom <= stickyHeight) return false
  if (slice !== undefined && slice.top > stickyHeight) return true
  return row.getBoundingClientRect().bottom > stickyHeight
}

/** The row that has the focus. */
export function findFocusedRow(list: HTMLElement): HTMLElement | undefined {
  const row = document.activeElement?.closest<HTMLElement>('[data-ordinal]')
  return row !== null && row !== undefined && list.contains(row) ? row : undefined
}

/**
 * Focuses the link of a row as soon as the row is rendered and loaded: its shard may still be on the way.
 * Gives up after three seconds, or when the reader has moved the focus elsewhere; leaves it in a field of a search.
 */
export function focusRow(list: HTMLElement, ordinal: number, giveUpMs = 3000): void {
  const before = document.activeElement
  if (before instanceof HTMLInputElement && before.type === 'search') return
  const until = performance.now() + giveUpMs
  const attempt = () => {
    if (document.activeElement !== before || !list.isConnected) return
    const link = list.querySelector<HTMLElement>(`[data-ordinal="${ordinal}"] a`)
    if (link !== null) link.focus({ preventScroll: true })
    else if (performance.now() < until) requestAnimationFrame(attempt)
  }
  attempt()
}
