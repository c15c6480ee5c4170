import { useMemo } from 'react'
import { useTranslation } from '#reader/ui/use-translation.ts'
import type { Words } from '#article/words.ts'

/** The interface's words for the article's components; a new function only when the language changes. */
export function useWords(): Words {
  const { t } = useTranslation()
  return useMemo(
    () =>
      (key, values = {}) =>
        t(key, values),
    [t],
  )
}
