import { useLayoutEffect } from 'react'
import { useTranslation } from './use-translation.ts'

/**
 * Says in the page which language the interface speaks. Not before it is drawn: what the page holds until then is in a language
 * of its own, and would move with another one's fonts.
 */
export function SpokenLanguage() {
  const { language } = useTranslation()
  useLayoutEffect(() => {
    document.documentElement.lang = language
  }, [language])
  return null
}
