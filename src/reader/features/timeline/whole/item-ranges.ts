/** Items of a list that are drawn one below the other, both ends included. */
export interface ItemRange {
  first: number
  last: number
}

/**
 * The ranges to draw, in order: those in the window, and those drawn from the top of the list on. Two ranges that touch or
 * overlap are one.
 */
export function joinItemRanges(
  whole: ItemRange | undefined,
  window: ItemRange,
): [upper: ItemRange, lower?: ItemRange] {
  if (whole === undefined) return [window]
  const [upper, lower] = whole.first <= window.first ? [whole, window] : [window, whole]
  if (lower.first > upper.last + 1) return [upper, lower]
  return [{ first: upper.first, last: Math.max(upper.last, lower.last) }]
}

/** Whether an item is in one of two ranges. */
export function isInRange(index: number, ...ranges: (ItemRange | undefined)[]): boolean {
  return ranges.some((range) => range !== undefined && index >= range.first && index <= range.last)
}
