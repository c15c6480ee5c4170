import { makeRandom, makeWeighted, mixSeed, type DrawRank, type Random } from '../random.ts'

export type DrawMoment = (random: Random) => number

const hourMs = 3_600_000
const firstYear = 2009
/** The archive reaches from December 2009 to the middle of March 2025. */
const first = Date.UTC(2009, 11, 1)
const end = Date.UTC(2025, 2, 15)

/** Posts of each hour of the day in UTC, per thousand: authors of the Far East publish in their evening. */
const hourWeights = [
  49, 29, 42, 45, 70, 45, 30, 32, 39, 45, 50, 50, 90, 66, 71, 66, 45, 28, 24, 15, 14, 13, 25, 17,
]

/**
 * Uneven over the years, uneven over the day, and every eighth post within one of few busy hours
 * (`bursts`), in which a feed was fetched for the first time and gave many posts at once.
 */
export function makeMoments(years: readonly number[], bursts: number, seed: number): DrawMoment {
  const drawYear = makeWeighted(years)
  const drawHour = makeWeighted(hourWeights)
  return (random) => {
    if (random.chance(0.125)) {
      const burst = makeRandom(mixSeed(seed, random.below(bursts)))
      return drawHourStart(burst, drawYear, drawHour) + random.below(hourMs / 1000) * 1000
    }
    const start = drawHourStart(random, drawYear, drawHour)
    // Scheduled posts appear in the first seconds of an hour.
    return start + (random.chance(0.08) ? random.below(5) : random.below(3_600)) * 1000
  }
}

function drawHourStart(random: Random, drawYear: DrawRank, drawHour: DrawRank): number {
  const year = firstYear + drawYear(random)
  const yearStart = Math.max(Date.UTC(year, 0, 1), first)
  const yearEnd = Math.min(Date.UTC(year + 1, 0, 1), end)
  const days = Math.floor((yearEnd - yearStart) / (24 * hourMs))
  return yearStart + (random.below(days) * 24 + drawHour(random)) * hourMs
}

/** How the front matter writes a time. */
export type DateForm = 'milliseconds' | 'utcOffset' | 'europeanOffset' | 'day'

/** The text of `date` in the front matter. */
export function toDateText(moment: number, form: DateForm): string {
  const utc = new Date(moment).toISOString()
  if (form === 'milliseconds') return utc
  if (form === 'day') return utc.slice(0, 10)
  if (form === 'utcOffset') return `${utc.slice(0, 19)}+00:00`
  const month = new Date(moment).getUTCMonth()
  const hours = month > 2 && month < 9 ? 2 : 1
  return `${new Date(moment + hours * hourMs).toISOString().slice(0, 19)}+0${hours}:00`
}
