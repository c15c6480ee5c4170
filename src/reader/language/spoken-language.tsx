import { useLayoutEffect } from 'react'
import { useTranslation } from './use-translation.ts'

/**
 * Sets the document's language to the interface's, not before the interface is drawn: the prerendered page has a language of its own,
 * and would shift with the fonts of another one.
 */
export function SpokenLanguage() {
  const { language } = useTranslation()
  useLayoutEffect(() => {
    document.documentElement.lang = language
  }, [language])
  return null
}
