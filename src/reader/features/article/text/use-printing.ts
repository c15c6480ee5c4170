import { useEffect, useEffectEvent } from 'react'
import { flushSync } from 'react-dom'

/**
 * Before an article is printed, shows all of it and loads its lazy pictures at once. Pictures that wait for the reader's
 * consent keep waiting.
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
