import { useEffect, useEffectEvent } from 'react'
import { flushSync } from 'react-dom'

/**
 * Readies an article for paper when it is about to be printed: shows all of it, and asks for the pictures that were to load when
 * scrolled near. Pictures that wait for the reader's word go on waiting.
 */
export function usePrinting(showAll: () => void): void {
  const ready = useEffectEvent(() => {
    flushSync(showAll)
    for (const picture of document.querySelectorAll<HTMLImageElement>(
      'article img[loading=lazy]',
    )) {
      picture.loading = 'eager'
    }
  })
  useEffect(() => {
    const listener = () => {
      ready()
    }
    addEventListener('beforeprint', listener)
    return () => removeEventListener('beforeprint', listener)
  }, [])
}
