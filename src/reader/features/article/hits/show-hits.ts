const allHits = 'search-hit'
const currentHit = 'search-hit-current'

/**
 * Marks hits in the page without touching its nodes; one of them may be the current one. Browsers that cannot do this show the
 * current hit as selected text.
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

/** Takes all marks away. */
export function hideHits(): void {
  if (!('highlights' in CSS)) return
  CSS.highlights.delete(allHits)
  CSS.highlights.delete(currentHit)
}

/** Brings a hit into the upper part of the window, opening and scrolling what it lies in. */
export function goToHit(range: Range): void {
  const parent = range.startContainer.parentElement
  for (let box = parent?.closest('details'); box; box = box.parentElement?.closest('details')) {
    box.open = true
  }
  if (parent?.closest('.scroll-box')) parent.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  const { top, height } = range.getBoundingClientRect()
  // Nothing jumps for a hit that can be read where it is.
  if (top > window.innerHeight * 0.1 && top + height < window.innerHeight * 0.8) return
  window.scrollBy(0, top - window.innerHeight / 3)
}
