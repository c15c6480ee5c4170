const allHits = 'search-hit'
const currentHit = 'search-hit-current'

/**
 * Highlights hits, one of which may be the current one, without touching the page's nodes (CSS Custom Highlight API).
 * Browsers without it show the current hit as selected text.
 */
export function showHits(ranges: readonly Range[], current: Range | undefined): void {
  if (!('highlights' in CSS)) {
    if (current === undefined) return
    const selection = getSelection()
    selection?.removeAllRanges()
    selection?.addRange(current)
    return
  }
  CSS.highlights.set(allHits, new Highlight(...ranges))
  const mark = current === undefined ? new Highlight() : new Highlight(current)
  mark.priority = 1
  CSS.highlights.set(currentHit, mark)
}

/** Removes all highlights. */
export function hideHits(): void {
  if (!('highlights' in CSS)) return
  CSS.highlights.delete(allHits)
  CSS.highlights.delete(currentHit)
}

/** Scrolls a hit into the upper part of the window; opens and scrolls the elements that contain it. */
export function goToHit(range: Range): void {
  const parent = range.startContainer.parentElement
  for (let box = parent?.closest('details'); box; box = box.parentElement?.closest('details')) {
    box.open = true
  }
  if (parent?.closest('.scroll-box')) parent.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  const { top, height } = range.getBoundingClientRect()
  // A hit that can be read where it is needs no jump.
  if (top > window.innerHeight * 0.1 && top + height < window.innerHeight * 0.8) return
  window.scrollBy(0, top - window.innerHeight / 3)
}
