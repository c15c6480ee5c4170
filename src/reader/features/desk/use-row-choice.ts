import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { TimelineFilter } from '#core/selection/timeline-filter.ts'
import { chosenPosts } from '#reader/data/desk/chosen-posts.ts'
import { chooseAll, chooseStretch, turnChosenRow } from '#reader/data/filter/choose-posts.ts'
import { useKeys } from '#reader/ui/use-keys.ts'

/** What came of the last selection. */
export interface RowChoice {
  /** Posts for which there was no room. */
  skipped: number
  error?: unknown
  /** Selects the whole list. */
  all: () => void
}

/**
 * Has x select the row that has the focus, and Shift with x all rows from the last one to it; while somebody selects, a press on
 * a row does the same.
 */
export function useRowChoice(filter: TimelineFilter, isSelecting: boolean): RowChoice {
  const client = useQueryClient()
  const last = useRef<number>(undefined)
  const [state, setState] = useState<{ skipped: number; error?: unknown }>({ skipped: 0 })
  const run = async (work: () => Promise<number>) => {
    try {
      setState({ skipped: await work() })
    } catch (error) {
      setState({ skipped: 0, error })
    }
  }
  const choose = (row: Element | null | undefined, isStretch: boolean) => {
    const ordinal = Number(row?.getAttribute('data-ordinal') ?? Number.NaN)
    if (Number.isNaN(ordinal)) return
    const from = chosenPosts.read() === undefined ? undefined : last.current
    last.current = ordinal
    void run(async () => {
      if (isStretch && from !== undefined) {
        return chooseStretch(client, filter, { from, to: ordinal })
      }
      await turnChosenRow(client, ordinal)
      return 0
    })
  }
  const chooseFocused = (isStretch: boolean) =>
    choose(document.activeElement?.closest('[data-ordinal]'), isStretch)
  useKeys({ x: () => chooseFocused(false), X: () => chooseFocused(true) })
  const press = useEffectEvent((event: MouseEvent) => {
    const row = event.target instanceof Element ? event.target.closest('[data-ordinal]') : null
    // A press for a new window stays one.
    if (row === null || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    event.stopPropagation()
    choose(row, event.shiftKey)
  })
  useEffect(() => {
    if (!isSelecting) return undefined
    const listening = new AbortController()
    // Before the link of the row sees it.
    const options = { capture: true, signal: listening.signal }
    document.addEventListener('click', (event) => press(event), options)
    return () => listening.abort()
  }, [isSelecting])
  return { ...state, all: () => void run(() => chooseAll(client, filter)) }
}
