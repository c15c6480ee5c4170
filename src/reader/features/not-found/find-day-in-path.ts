import { toDay } from '#core/time/day.ts'

const dayPattern = /(?:^|\D)(\d{4})[-/](\d\d)[-/](\d\d)(?!\d)/

/** Finds a day in an address and returns it as `YYYY-MM-DD`; `undefined` when there is none, or no such day. */
export function findDayInPath(path: string): string | undefined {
  const [, year, month, day] = dayPattern.exec(path) ?? []
  return toDay({ year: Number(year), month: Number(month), day: Number(day) })
}
