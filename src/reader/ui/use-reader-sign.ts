import { useEffect, useState } from 'react'
import { readerSigns } from './reader-sign.ts'

/** Whether there was any user input since the component appeared; true at once when `waits` is false. */
export function useReaderSign(waits: boolean): boolean {
  const [isSeen, setIsSeen] = useState(!waits)
  useEffect(() => {
    if (isSeen) return undefined
    const see = () => setIsSeen(true)
    for (const sign of readerSigns) addEventListener(sign, see, { passive: true })
    return () => {
      for (const sign of readerSigns) removeEventListener(sign, see)
    }
  }, [isSeen])
  return isSeen
}
