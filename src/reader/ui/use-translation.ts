import i18next, { getFixedT, type TFunction } from 'i18next'
import { useMemo, useSyncExternalStore } from 'react'

/** The interface's words and the language they are in, live. */
export interface Translation {
  /** Gives the words for a key; a new function when the language changes. */
  t: TFunction
  language: string
}

function subscribe(listener: () => void): () => void {
  i18next.on('languageChanged', listener)
  return () => {
    i18next.off('languageChanged', listener)
  }
}

/** Words for components. React-i18next would do the same for three kilobytes of every first load. */
export function useTranslation(): Translation {
  const language = useSyncExternalStore(subscribe, () => i18next.language)
  const t = useMemo(() => getFixedT(language), [language])
  return { t, language }
}
