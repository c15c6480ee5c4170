import { toLocale } from '#article/date-words.ts'
import { useTranslation } from './use-translation.ts'

/** Locale for dates and numbers in the interface language. */
export function useLocale(): string {
  return toLocale(useTranslation().language)
}
