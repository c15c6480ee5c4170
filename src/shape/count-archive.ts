import { countedFacets, type StatisticsFile } from '#contract/statistics-file.ts'
import { lengthBands, toLengthBand } from '#core/text/length-band.ts'
import { toReadingMinutes } from '#core/text/reading-time.ts'
import type { PostSummary } from '#contract/timeline-shard.ts'
import type { Calendar } from '#core/selection/calendar.ts'

/** Steps at most. */
const mostSteps = 480
/** Values of a facet at most. */
const mostValues = 8

/** What is counted of a post. */
export interface CountedPost {
  row: Pick<PostSummary, 'kind' | 'length' | 'sourceHost' | 'language'>
  /** Whether it is an older version. */
  isSuperseded: boolean
  /** What it lacks; values of the facet `missing`. */
  gaps: readonly (keyof StatisticsFile['missing'])[]
}

/** Counts an archive in one pass over its posts; `posts` are in ordinal order, and `calendar` has the archive's own days. */
export function countArchive(
  posts: Iterable<CountedPost>,
  calendar: Calendar,
  facets: readonly { facet: string; top: readonly { value: string; count: number }[] }[],
): StatisticsFile {
  const time = new Time(calendar)
  const counted = countedFacets.flatMap((facet) => {
    const top = facets.find((known) => known.facet === facet)?.top ?? []
    const values = top
      .slice(0, mostValues)
      .map(({ value, count }) => ({ value, count, steps: time.emptySteps() }))
    return values.length === 0 ? [] : [{ facet, values }]
  })
  const all = time.emptySteps()
  const lengths = lengthBands.map(({ from }) => ({ from, count: 0 }))
  const missing = { text: 0, picture: 0, date: 0, original: 0 }
  const sum = { posts: 0, articles: 0, unplaced: 0 }
  let ordinal = -1
  for (const { row, isSuperseded, gaps } of posts) {
    ordinal++
    if (isSuperseded) continue
    for (const gap of gaps) missing[gap]++
    sum.posts++
    const step = time.stepOf(ordinal)
    if (step !== undefined && step < 0) sum.unplaced++
    else if (step !== undefined) add(all, step)
    const own = { source: row.sourceHost, language: row.language, kind: row.kind }
    for (const { facet, values } of counted) {
      const found = values.find(({ value }) => value === own[facet])
      if (found !== undefined && step !== undefined && step >= 0) add(found.steps, step)
    }
    if (row.kind !== 'article') continue
    sum.articles++
    const band = toLengthBand(toReadingMinutes(row.length) ?? 0)
    const length = lengths.find(({ from }) => from === band.from)
    if (length !== undefined) length.count++
  }
  return {
    step: time.step,
    ...(time.first === undefined ? {} : { first: time.first }),
    all,
    ...(sum.unplaced === 0 ? {} : { unplaced: sum.unplaced }),
    facets: counted.map(({ facet, values }) => ({
      facet,
      values: values.map(({ value, count, steps }) => ({ value, count, steps })),
    })),
    lengths,
    missing,
    articles: sum.articles,
    posts: sum.posts,
  }
}

function add(steps: number[], at: number): void {
  steps[at] = (steps[at] ?? 0) + 1
}

/** Step of posts of which only the year is known; before any other. */
const unplacedStep = -2

/** The month of a day, or of as much of it as is known, counted from the year 0. */
function toMonths(day: string, { start, end }: { start: number; end: number }) {
  const isKnown = day.length > 4
  const month = Number(day.slice(0, 4)) * 12 + (isKnown ? Number(day.slice(5, 7)) - 1 : 0)
  return { month, isKnown, start, end }
}

/** The steps of time that posts lie in. */
class Time {
  readonly step: 'month' | 'year'
  /** Name of the first step. */
  readonly first: string | undefined
  readonly #start: number
  readonly #length: number
  /** The step of each post, counted from year 0; -1 = undated. */
  readonly #steps: Int32Array

  constructor({ days }: Calendar) {
    this.#steps = new Int32Array(days.at(-1)?.end ?? 0).fill(-1)
    const dated = days.flatMap(({ day, ...span }) =>
      day === undefined ? [] : [toMonths(day, span)],
    )
    const from = dated[0]?.month ?? 0
    const to = dated.at(-1)?.month ?? -1
    const isLong = to - from >= mostSteps
    this.step = isLong ? 'year' : 'month'
    const toStep = (month: number) => (isLong ? Math.floor(month / 12) : month)
    this.#start = Math.max(toStep(from), toStep(to) - mostSteps + 1)
    this.#length = dated.length === 0 ? 0 : toStep(to) - this.#start + 1
    this.first = dated.length === 0 ? undefined : this.#name(this.#start)
    for (const { month, isKnown, start, end } of dated) {
      this.#steps.fill(isKnown || isLong ? toStep(month) : unplacedStep, start, end)
    }
  }

  /** The step of a post, from 0; negative for one before the first step, `undefined` for an undated one. */
  stepOf(ordinal: number): number | undefined {
    const step = this.#steps[ordinal] ?? -1
    return step === -1 ? undefined : Math.max(-1, step - this.#start)
  }

  emptySteps(): number[] {
    return Array.from({ length: this.#length }, () => 0)
  }

  #name(step: number): string {
    const year = String(this.step === 'year' ? step : Math.floor(step / 12)).padStart(4, '0')
    return this.step === 'year' ? year : `${year}-${String((step % 12) + 1).padStart(2, '0')}`
  }
}
