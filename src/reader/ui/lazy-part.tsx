import { useCallback, useEffect, useState, type ComponentType } from 'react'

/** What stands for a part whose code could not be loaded. */
export interface MissingPart {
  error: unknown
  onRetry: () => void
}

/** Its code can be loaded before it is shown. */
export type LazyPart<Props> = ComponentType<Props> & { prepare: () => Promise<void> }

/**
 * A component whose code is loaded when it is first shown. React's `lazy` keeps a failure for ever and gives it to the
 * error boundary of the whole page; here the page stands, `Missing` stands for the part, and a retry loads again. Until
 * then nothing is shown; `prepare` loads before, and says nothing of a failure.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Missing?: ComponentType<Props & MissingPart>,
): LazyPart<Props> {
  const loaded: { Part?: ComponentType<Props> } = {}
  const prepare = async () => {
    try {
      loaded.Part ??= await load()
    } catch {
      // Whoever shows the part loads again, and says what failed.
    }
  }
  return Object.assign(
    function LazyPart(props: Props) {
      const [error, setError] = useState<unknown>()
      const [, setTries] = useState(0)
      const start = useCallback(() => {
        if (loaded.Part !== undefined) return
        setError(undefined)
        load().then((Part) => {
          loaded.Part = Part
          setTries((tries) => tries + 1)
        }, setError)
      }, [])
      useEffect(start, [start])
      const { Part } = loaded
      if (Part !== undefined) return <Part {...props} />
      if (error === undefined || Missing === undefined) return null
      return <Missing {...props} error={error} onRetry={start} />
    },
    { prepare },
  )
}
