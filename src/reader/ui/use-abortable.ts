import { useEffect, useRef } from 'react'

/** Work of a component that can be ended: by what is begun next, by whoever asks for it, and by going on to another page. */
export interface Abortable {
  /** Ends what runs, and returns the signal of what begins. */
  begin: () => AbortSignal
  end: () => void
}

/** Gives a component what ends its work, see `Abortable`. */
export function useAbortable(): Abortable {
  const running = useRef<AbortController>(null)
  useEffect(() => () => running.current?.abort(), [])
  const end = () => running.current?.abort()
  return {
    begin: () => {
      end()
      running.current = new AbortController()
      return running.current.signal
    },
    end,
  }
}
