import { useCallback } from 'react'
import { toValueText } from '#article/view/value-text.ts'
import type { ChoiceName } from '#core/selection/timeline-filter.ts'
import { toDeskWords } from '#reader/language/desk-words.ts'
import { useLocale } from '#reader/language/use-locale.ts'
import { useTranslation } from '#reader/language/use-translation.ts'

/** Returns a memoized function that labels a value of a facet; most values are their own label. */
export function useValueLabel(): (facet: ChoiceName, value: string) => string {
  const { t: words } = useTranslation()
  const locale = useLocale()
  return useCallback(
    (facet: ChoiceName, value: string) =>
      toValueText(facet, value, { words: toDeskWords(words), locale }),
    [words, locale],
  )
}
