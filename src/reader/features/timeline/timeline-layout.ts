import type { TimelineDay } from '#core/selection/calendar.ts'
import type { TimelineSort } from '#core/selection/timeline-filter.ts'

/** Heights of the items of a list, pixels. All items of a kind have the same height, so no position needs measuring. */
export interface ItemHeights {
  row: number
  /** A row of a list without headings. */
  compact: number
  /** Heading of a day. */
  day: number
  /** Heading of a day together with the heading of its month above it. */
  month: number
}

/** A month heading and the number of the list's posts in that month. */
export interface MonthHeading {
  /** `YYYY-MM`; `YYYY` above posts of which only the year is known. */
  month: string
  count: number
}

/** A day heading; it has `month` when it is the first of its month in the list. */
export interface TimelineHeading {
  /** `YYYY-MM-DD`, or as much of it as is known; absent for posts without a date. */
  day?: string
  count: number
  month?: MonthHeading
  /** The first row below it, counted from the top of the list. */
  firstRow: number
}

/**
 * Positions of a list's items, computed from the calendar alone. It has one entry per day and none per row, so that a
 * million rows cost no more than their days.
 */
export interface TimelineLayout {
  /** The same array whatever the heights: another size of text moves rows and renders none. */
  headings: readonly TimelineHeading[]
  /** Of each heading, pixels from the top of the list. */
  tops: readonly number[]
  heights: ItemHeights
  rows: number
  /** Height of the whole list, pixels. */
  height: number
  /** Whether the list is compact, as results of a search are: its headings have no height and are not rendered. */
  isCompact: boolean
}

/** The item at an index of the list, which counts headings and rows together from the top. */
export type TimelineItem =
  | { kind: 'heading'; heading: TimelineHeading }
  | { kind: 'row'; row: number; heading: TimelineHeading }

interface KnownHeadings {
  sort: TimelineSort
  headings: readonly TimelineHeading[]
}

/** Cache of headings by the list of days. */
const knownHeadings = new WeakMap<readonly TimelineDay[], KnownHeadings>()

/** Cache of layouts by the list of headings. */
const knownLayouts = new WeakMap<readonly TimelineHeading[], TimelineLayout>()

/** Lays out a list: each day heading with its rows below it. Memoized, so that a list opened again keeps its layout. */
export function buildLayout(
  days: readonly TimelineDay[],
  sort: TimelineSort,
  heights: ItemHeights,
): TimelineLayout {
  const headings = listHeadings(days, sort)
  const known = knownLayouts.get(headings)
  if (known !== undefined && isEqualHeights(known.heights, heights)) return known
  const layout = layOut(headings, heights)
  knownLayouts.set(headings, layout)
  return layout
}

/** Whether all heights are the same. */
export function isEqualHeights(a: ItemHeights, b: ItemHeights): boolean {
  return a.row === b.row && a.compact === b.compact && a.day === b.day && a.month === b.month
}

function listHeadings(
  days: readonly TimelineDay[],
  sort: TimelineSort,
): readonly TimelineHeading[] {
  const known = knownHeadings.get(days)
  if (known?.sort === sort) return known.headings
  const headings = findHeadings(sort === 'oldest' ? days : [...days].reverse())
  knownHeadings.set(days, { sort, headings })
  return headings
}

// Runs over up to ten thousand days before the first render, so it allocates nothing but the result.
function findHeadings(days: readonly TimelineDay[]): TimelineHeading[] {
  const headings: TimelineHeading[] = []
  let rows = 0
  let month: MonthHeading | undefined
  for (const { day, start, end } of days) {
    const heading: TimelineHeading = { count: end - start, firstRow: rows }
    if (day !== undefined) heading.day = day
    const isSameMonth =
      month !== undefined &&
      day?.startsWith(month.month) === true &&
      month.month.length === Math.min(day.length, 7)
    if (!isSameMonth) {
      month = day === undefined ? undefined : { month: day.slice(0, 7), count: 0 }
      if (month !== undefined) heading.month = month
    }
    if (month !== undefined) month.count += heading.count
    headings.push(heading)
    rows += heading.count
  }
  return headings
}

function layOut(headings: readonly TimelineHeading[], heights: ItemHeights): TimelineLayout {
  const tops: number[] = []
  let rows = 0
  let height = 0
  for (const heading of headings) {
    tops.push(height)
    rows += heading.count
    height += toHeadingHeight(heading, heights) + heading.count * heights.row
  }
  return { headings, tops, heights, rows, height, isCompact: false }
}

/** Lays out the results of a search by time: rows that show their days themselves. */
export function buildCompactLayout(
  days: readonly TimelineDay[],
  sort: TimelineSort,
  heights: ItemHeights,
): TimelineLayout {
  return { ...buildLayout(days, sort, toCompactHeights(heights)), isCompact: true }
}

/** Lays out a ranked list, which has no days. */
export function buildRankedLayout(rows: number, given: ItemHeights): TimelineLayout {
  const heights = toCompactHeights(given)
  return {
    headings: [{ count: rows, firstRow: 0 }],
    tops: [0],
    heights,
    rows,
    height: rows * heights.row,
    isCompact: true,
  }
}

function toCompactHeights({ compact }: ItemHeights): ItemHeights {
  return { row: compact, compact, day: 0, month: 0 }
}

/** The item at an index; `undefined` outside the list. */
export function itemAt(
  { headings, rows }: Pick<TimelineLayout, 'headings' | 'rows'>,
  index: number,
): TimelineItem | undefined {
  if (index < 0 || index >= headings.length + rows) return undefined
  const at = findLast(headings, (heading, place) => heading.firstRow + place <= index)
  const heading = headings[at]
  if (heading === undefined) return undefined
  const row = index - at - 1
  return row < heading.firstRow ? { kind: 'heading', heading } : { kind: 'row', row, heading }
}

/** Index of the item at `y` pixels from the top; the first or last item outside the list. */
export function findItem(layout: TimelineLayout, y: number): number {
  const { headings, tops, heights } = layout
  const at = Math.max(
    0,
    findLast(tops, (top) => top <= y),
  )
  const heading = headings[at]
  if (heading === undefined) return 0
  const below = y - (tops[at] ?? 0) - toHeadingHeight(heading, heights)
  const row = Math.min(Math.floor(below / heights.row), heading.count - 1)
  return heading.firstRow + at + (below < 0 ? 0 : row + 1)
}

/** Index of a heading. */
export function toHeadingIndex({ headings }: TimelineLayout, heading: TimelineHeading): number {
  return heading.firstRow + findLast(headings, ({ firstRow }) => firstRow <= heading.firstRow)
}

/** Index of a row. */
export function toRowIndex({ headings }: TimelineLayout, row: number): number {
  return row + 1 + findLast(headings, ({ firstRow }) => firstRow <= row)
}

/** Top of a row, pixels from the top of the list. */
export function toRowTop({ headings, tops, heights }: TimelineLayout, row: number): number {
  const at = findLast(headings, ({ firstRow }) => firstRow <= row)
  const heading = headings[at]
  if (heading === undefined) return 0
  return (
    (tops[at] ?? 0) + toHeadingHeight(heading, heights) + (row - heading.firstRow) * heights.row
  )
}

/** Top of a heading, pixels from the top of the list. */
export function toHeadingTop({ headings, tops }: TimelineLayout, heading: TimelineHeading): number {
  return tops[findLast(headings, ({ firstRow }) => firstRow <= heading.firstRow)] ?? 0
}

/** Top of an item, pixels from the top of the list. */
export function toItemTop(layout: TimelineLayout, index: number): number {
  const item = itemAt(layout, index)
  if (item === undefined) return layout.height
  return item.kind === 'heading' ? toHeadingTop(layout, item.heading) : toRowTop(layout, item.row)
}

/** The heading to show for a day: its own, else the next one in list order, else the last. */
export function findDay(
  { headings }: TimelineLayout,
  day: string,
  sort: TimelineSort,
): TimelineHeading | undefined {
  const dated = headings.filter((heading) => heading.day !== undefined)
  const reached = dated.find(({ day: own = '' }) => (sort === 'oldest' ? own >= day : own <= day))
  return reached ?? dated.at(-1)
}

function toHeadingHeight(heading: TimelineHeading, heights: ItemHeights): number {
  return heading.month === undefined ? heights.day : heights.month
}

/** Binary search for the last entry that passes, given that all that pass come before all that do not; -1 for none. */
function findLast<T>(entries: readonly T[], passes: (entry: T, at: number) => boolean): number {
  let low = 0
  let high = entries.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const entry = entries[middle]
    if (entry !== undefined && passes(entry, middle)) low = middle + 1
    else high = middle
  }
  return low - 1
}
