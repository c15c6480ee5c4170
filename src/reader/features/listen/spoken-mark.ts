import type { Sentence } from './text/article-sentences.ts'

const highlight = 'spoken-sentence'

/** The place of a sentence on the page; `undefined` where it is not there, or no longer. */
export function toSentenceRange({ pieces }: Sentence): Range | undefined {
  const [first] = pieces
  const last = pieces.at(-1)
  if (first === undefined || last === undefined) return undefined
  if (!first.node.isConnected || !last.node.isConnected) return undefined
  const range = document.createRange()
  // The other Chinese script may be shorter.
  range.setStart(first.node, Math.min(first.start, first.node.length))
  range.setEnd(last.node, Math.min(last.end, last.node.length))
  return range
}

/**
 * Marks the sentence that is being said without touching the nodes of the article (S2). Browsers without highlights mark
 * nothing: a selection would take that of the reader away with every sentence.
 */
export function markSpoken(range: Range | undefined): void {
  if (!('highlights' in CSS)) return
  if (range === undefined) CSS.highlights.delete(highlight)
  else CSS.highlights.set(highlight, new Highlight(range))
}

/** The part of the window in which a sentence is read with ease; the bar and the masthead cover the rest. */
const easy = { from: 0.12, to: 0.75 }

/** Whether any of a sentence is in the window. */
export function isInSight(range: Range): boolean {
  const { top, bottom } = range.getBoundingClientRect()
  return bottom > 0 && top < window.innerHeight
}

/** Scrolls to a sentence that is not where it is read with ease, and opens what hides it. */
export function showSpoken(range: Range): void {
  const parent = range.startContainer.parentElement
  for (let box = parent?.closest('details'); box; box = box.parentElement?.closest('details')) {
    box.open = true
  }
  const { top, bottom } = range.getBoundingClientRect()
  const height = window.innerHeight
  if (top >= height * easy.from && bottom <= height * easy.to) return
  window.scrollBy({ top: top - height / 4, behavior: 'instant' })
}

/** The first sentence that begins in the window or below it: where somebody reads. The first of all at the top of the page. */
export function findFirstInSight(sentences: readonly Sentence[]): number {
  if (window.scrollY < window.innerHeight / 4) return 0
  const at = sentences.findIndex((sentence) => {
    const range = toSentenceRange(sentence)
    return range !== undefined && range.getBoundingClientRect().top > 0
  })
  return Math.max(0, at)
}
