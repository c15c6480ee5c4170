import { startTransition, useEffect, useState } from 'react'
import { afterPaint } from './after-paint.ts'

/** False until the first frame with the component has been painted; true from the start when `waits` is false. */
export function useAfterPaint(waits: boolean): boolean {
  const [isPainted, setPainted] = useState(!waits)
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
