import { postsPerClockFile, toClockSpan, type ClockSpan } from './clock-place.ts'

/** The parts of an archive with so many ordinals. Appended posts change only the last one. */
export function listClockSpans(rows: number): ClockSpan[] {
  const spans: ClockSpan[] = []
  for (let start = 0; start < rows; start += postsPerClockFile) {
    spans.push(toClockSpan(start, rows))
  }
  return spans
}
