import { useEffect, type RefObject } from 'react'
import type { MissingPart } from '#reader/ui/lazy-part.tsx'

interface LateSearchProps extends MissingPart {
  field: RefObject<HTMLInputElement | null>
}

/**
 * Stands for search-as-you-type when its code could not be loaded: loads again with what is done next in the field, or when
 * the network is back. Says nothing, because Enter searches all the same, and says what is wrong if that fails too.
 */
export function LateSearch({ field, onRetry }: LateSearchProps) {
  useEffect(() => {
    const listening = new AbortController()
    const { signal } = listening
    const input = field.current
    input?.addEventListener('input', onRetry, { signal })
    input?.addEventListener('focus', onRetry, { signal })
    globalThis.addEventListener('online', onRetry, { signal })
    return () => {
      listening.abort()
    }
  }, [field, onRetry])
  return null
}
