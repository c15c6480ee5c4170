import { useLayoutEffect } from 'react'
import { useTranslation } from './use-translation.ts'

/**
 * Sets the document's language to the interface's, but only once the interface is rendered: the prerendered page has
 * its own language, and the fonts of another one would shift its layout.
 */
export function SpokenLanguage() {
  const { language } = useTranslation()
  useLayoutEffect(() => {
    document.documentElement.lang = language
  }, [language])
  return null
}
