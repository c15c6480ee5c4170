/** Pixels between two notes in the margin. */
const gap = 8

/** Top in the window of the first line of a range; `undefined` where it is folded away. */
export function readTop(range: Range): number | undefined {
  return [...range.getClientRects()].find(({ height }) => height > 0)?.top
}

/**
 * Tops of notes that stand beside their highlights, in the order of the text: each where it wants to be, or below the one before,
 * so that none lies on another.
 */
export function placeInMargin(wanted: readonly number[], heights: readonly number[]): number[] {
  const tops: number[] = []
  let free = Number.NEGATIVE_INFINITY
  for (const [at, top] of wanted.entries()) {
    const own = Math.max(top, free)
    tops.push(own)
    free = own + (heights[at] ?? 0) + gap
  }
  return tops
}
