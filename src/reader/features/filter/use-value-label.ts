import { toLanguageName } from '#article/languages/language-name.ts'
import { toLengthText } from '#article/view/length-text.ts'
import { useCallback } from 'react'
import { useTranslation } from '#reader/language/use-translation.ts'
import type { ChoiceName } from '#core/selection/timeline-filter.ts'
import { useLocale } from '#reader/language/use-locale.ts'

/** Returns a memoized function that labels a value of a facet; most values are their own label. */
export function useValueLabel(): (facet: ChoiceName, value: string) => string {
  const { t } = useTranslation()
  const locale = useLocale()
  return useCallback(
    (facet: ChoiceName, value: string) => {
      if (facet === 'kind' || facet === 'missing') {
        return t(`${facet}.${value}`, { defaultValue: value })
      }
      if (facet === 'length') return toLengthText(value)
      if (facet === 'language') return toLanguageName(value, locale)
      return value
    },
    [t, locale],
  )
}
