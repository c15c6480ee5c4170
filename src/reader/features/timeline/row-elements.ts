import { stickyHeight } from './list-window.ts'

/** The rendered rows, in document order. */
function listRows(list: HTMLElement): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>('[data-ordinal]')]
}

/** Ordinal of the post in a row element. */
export function toOrdinal(row: HTMLElement): number {
  return Number(row.dataset['ordinal'])
}

/** The topmost row that is at least partly visible. */
export function findTopRow(list: HTMLElement): HTMLElement | undefined {
  return listRows(list).find((row) => row.getBoundingClientRect().bottom > stickyHeight)
}

/** The row that has the focus. */
export function findFocusedRow(list: HTMLElement): HTMLElement | undefined {
  const row = document.activeElement?.closest<HTMLElement>('[data-ordinal]')
  return row !== null && row !== undefined && list.contains(row) ? row : undefined
}

/**
 * Focuses the link of a row as soon as the row is rendered and loaded: its shard may still be on the way.
 * Gives up after three seconds, or when the reader has moved the focus elsewhere.
 */
export function focusRow(list: HTMLElement, ordinal: number, giveUpMs = 3000): void {
  const before = document.activeElement
  const until = performance.now() + giveUpMs
  const attempt = () => {
    if (document.activeElement !== before || !list.isConnected) return
    const link = list.querySelector<HTMLElement>(`[data-ordinal="${ordinal}"] a`)
    if (link !== null) link.focus({ preventScroll: true })
    else if (performance.now() < until) requestAnimationFrame(attempt)
  }
  attempt()
}
