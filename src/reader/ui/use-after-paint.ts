import { startTransition, useEffect, useState } from 'react'
import { afterPaint } from './after-paint.ts'

/** False until the first frame with the component has been painted. */
export function useAfterPaint(): boolean {
  const [isPainted, setPainted] = useState(false)
  useEffect(() => {
    if (isPainted) return undefined
    return afterPaint(() => {
      startTransition(() => {
        setPainted(true)
      })
    })
  }, [isPainted])
  return isPainted
}
