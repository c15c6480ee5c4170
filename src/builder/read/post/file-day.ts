import { toDay } from '#core/time/day.ts'

/** Days as generators write them before a title: `2020-03-09-x`, `2020-3-9-x`, `2020_03_09_x`, `20200309-x`. */
const leadingDay = /^(\d{4})(?:([-_.])(\d{1,2})\2(\d{1,2})|(\d{2})(\d{2}))(?=[-_. ]|$)/

/**
 * The day that a file's name begins with (`YYYY-MM-DD`), or that of its folder when the file is the index of a page
 * bundle (`2020-03-09-x/index.md`); `undefined` when there is none, or no such day.
 */
export function findFileDay({
  fileName,
  file,
}: {
  fileName: string
  file?: string | undefined
}): string | undefined {
  const folder = file?.split('/').at(-2) ?? ''
  const name = /^_?index\./.test(fileName) ? folder : fileName
  const match = leadingDay.exec(name)
  if (!match) return undefined
  const [, year, , month, day, closeMonth, closeDay] = match
  return toDay({
    year: Number(year),
    month: Number(month ?? closeMonth),
    day: Number(day ?? closeDay),
  })
}
