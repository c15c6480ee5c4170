import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, type RefObject } from 'react'
import { useLocation, useNavigate, useNavigation } from 'react-router-dom'
import { openFilter, parseTimelineFilter, withQuery } from '#core/selection/timeline-filter.ts'
import { calendarRoute, homePath, isTyped, timelinePath, typedState } from '#reader/links/paths.ts'
import { rememberSearch } from '#reader/storage/recent-searches.ts'
import { shownSearch, warmSearch } from '#reader/data/search/search.ts'
import { useFieldEvents } from './use-field-events.ts'

/** Debounce of typing. */
const debounceMs = 120

type Field = RefObject<HTMLInputElement | null>

interface TypingListener {
  /** Something was typed: whether the field is empty now. */
  onType: (isEmpty: boolean) => void
  /** The reader came to the field, or left it and what belongs to it. */
  onUse: (isUsed: boolean) => void
}

/**
 * Searches while one types, in the timeline; on other pages, and for good, with Enter. The first letters open an entry of their own in
 * the history and the next ones replace it, so that one step back leads out of the search. Nothing is searched for while an
 * input method still composes.
 * @returns what searches for a text as if it had been typed and entered.
 */
export function useTyping(field: Field, listener: TypingListener): (text: string) => void {
  const client = useQueryClient()
  const { search, endEntry } = useSearchNavigation()
  // When the debounce fires the page may have navigated.
  const latest = useRef(search)
  useEffect(() => {
    latest.current = search
  })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const isComposing = useRef(false)

  const type = () => {
    clearTimeout(timer.current)
    const text = field.current?.value ?? ''
    listener.onType(text === '')
    if (isComposing.current) return
    if (text.trim() === '') shownSearch.cancel(client)
    timer.current = setTimeout(() => {
      latest.current(text, 'typed')
    }, debounceMs)
  }
  const enter = (text: string) => {
    clearTimeout(timer.current)
    if (isComposing.current) return
    search(text, 'entered')
    // Later, because both would delay the search: one writes to disk, the other forces a layout.
    setTimeout(() => {
      rememberSearch(text)
      // Focus the results: for keys, and to close an on-screen keyboard.
      document.getElementById('main')?.focus({ preventScroll: true })
    })
  }
  useFieldEvents(field, {
    type,
    compose: (isOn) => {
      isComposing.current = isOn
      if (!isOn) type()
    },
    enter: () => {
      enter(field.current?.value ?? '')
    },
    come: () => {
      listener.onUse(true)
      void warmSearch(client)
    },
    leave: () => {
      rememberSearch(field.current?.value ?? '')
      endEntry()
      listener.onUse(false)
    },
  })
  return (text) => {
    fill(field.current, text)
    listener.onType(false)
    enter(text)
  }
}

function fill(input: HTMLInputElement | null, text: string): void {
  if (input !== null) input.value = text
}

function useSearchNavigation() {
  const navigate = useNavigate()
  const here = useLocation()
  // A search that is still loading counts as the current one: typing back to the shown one has to undo it.
  const { pathname, search: params } = useNavigation().location ?? here
  // Whether this typing has an entry in the history already.
  const hasEntry = useRef(false)
  const search = (text: string, how: 'typed' | 'entered') => {
    const isTimeline = pathname === homePath
    const hasFilter = isTimeline || pathname === calendarRoute
    const filter = hasFilter ? parseTimelineFilter(new URLSearchParams(params)) : openFilter
    const next = withQuery(filter, text)
    const isTyping = how === 'typed'
    if (isTimeline ? next.query === filter.query : isTyping || next.query === undefined) return
    void navigate(timelinePath(next), {
      // The entry must exist: a search that was aborted while loading left none.
      replace: hasEntry.current && isTyped(here.state),
      state: isTyping ? typedState : null,
      // Rendering the loading state must not delay a search. The open list is cached: it is rendered at once.
      flushSync: isTimeline && next.query === undefined,
    })
    hasEntry.current = isTyping
  }
  const endEntry = () => {
    hasEntry.current = false
  }
  return { search, endEntry }
}
