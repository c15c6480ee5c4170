import { useLocale } from '#reader/language/use-locale.ts'

/** Writes days of signatures, which are days of UTC. */
export function useDayFormat(): (date: string) => string {
  const locale = useLocale()
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
  return (date) => format.format(new Date(date))
}
