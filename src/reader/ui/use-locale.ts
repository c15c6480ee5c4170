import { useTranslation } from './use-translation.ts'

const locales: Readonly<Record<string, string>> = { en: 'en-GB' }

/** Locale for dates and numbers in the interface language. English names days before months, like the archive's headings. */
export function useLocale(): string {
  return toLocale(useTranslation().language)
}

/** Locale for dates and numbers of an interface language. */
export function toLocale(language: string): string {
  return locales[language] ?? language
}
