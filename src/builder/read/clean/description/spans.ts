/** A range of a text, in UTF-16 code units; `end` is exclusive. */
export interface Span {
  start: number
  end: number
}

/** Returns the spans that lie within a range. `spans` must be ascending; the first one is found by binary search. */
export function spansWithin<Found extends Span>(
  spans: readonly Found[],
  { start, end }: Span,
): Found[] {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((spans[middle]?.start ?? start) < start) low = middle + 1
    else high = middle
  }
  const found: Found[] = []
  for (let at = low; at < spans.length; at++) {
    const span = spans[at]
    if (!span || span.start >= end) break
    if (span.end <= end) found.push(span)
  }
  return found
}
