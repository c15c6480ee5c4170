import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef, type RefObject } from 'react'
import { useLocation } from 'react-router-dom'
import { useNavigate, useNextLocation } from '#reader/router/use-router.ts'
import { openFilter, parseTimelineFilter, withQuery } from '#core/selection/timeline-filter.ts'
import { calendarRoute, homePath, isTyped, timelinePath, typedState } from '#reader/links/paths.ts'
import { onReaderClock } from '#reader/data/clock/reader-clock.ts'
import { rememberSearch } from '#reader/storage/recent-searches.ts'
import { shownSearch, warmSearch } from '#reader/data/search/search.ts'
import { readLinkedQuery } from './linked-query.ts'
import { useFieldEvents } from './use-field-events.ts'

/** Debounce of typing, milliseconds. */
const debounceMs = 120

type Field = RefObject<HTMLInputElement | null>

interface TypingListener {
  /** Called after typing, with whether the field is empty now. */
  onType: (isEmpty: boolean) => void
  /** Called when the reader enters the field, or leaves it and the box around it. */
  onUse: (isUsed: boolean) => void
}

/**
 * Searches as the reader types in the timeline; Enter commits the search, and starts one on other pages. The first
 * letters push a history entry and the following ones replace it, so that one step back leaves the search. Nothing is
 * searched while an input method is composing.
 * @returns a function that searches for a text as if it had been typed and entered.
 */
export function useTyping(field: Field, listener: TypingListener): (text: string) => void {
  const client = useQueryClient()
  const { search, endEntry } = useSearchNavigation()
  // The page may have navigated by the time the debounce fires.
  const latest = useRef(search)
  useEffect(() => {
    latest.current = search
  })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const isComposing = useRef(false)

  // What was typed last.
  const own = useRef<string>(undefined)
  /** Somebody who followed a link to a search has not searched. */
  const remember = (text: string) => {
    if (text === own.current || text.trim() !== readLinkedQuery()) rememberSearch(text)
  }

  const type = () => {
    clearTimeout(timer.current)
    const text = field.current?.value ?? ''
    own.current = text
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
    // Deferred, because both would delay the search: one writes to disk, the other forces a layout.
    setTimeout(() => {
      rememberSearch(text)
      // Focus the results, for keyboard users and to close an on-screen keyboard.
      document.getElementById('main')?.focus({ preventScroll: true })
    })
  }
  const shown = useRef(new URLSearchParams(useLocation().search).get('q') ?? '')
  const rememberFirst = useEffectEvent(() => {
    // Entered before this code had come: it is shown by now, or still on its way.
    const isLeft = document.activeElement !== field.current
    remember(isLeft ? (field.current?.value ?? '') : shown.current)
  })
  useEffect(() => {
    rememberFirst()
  }, [])
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
      remember(field.current?.value ?? '')
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
  const client = useQueryClient()
  const navigate = useNavigate()
  const here = useLocation()
  // A search that is still loading counts as the current one: typing back to the shown search must undo it.
  const { pathname, search: params } = useNextLocation() ?? here
  // Whether this typing already has a history entry.
  const hasEntry = useRef(false)
  const search = (text: string, how: 'typed' | 'entered') => {
    const isTimeline = pathname === homePath
    const hasFilter = isTimeline || pathname === calendarRoute
    const filter = hasFilter ? parseTimelineFilter(new URLSearchParams(params)) : openFilter
    const next = withQuery(onReaderClock(client, filter), text)
    const isTyping = how === 'typed'
    if (isTimeline ? next.query === filter.query : isTyping || next.query === undefined) return
    void navigate(timelinePath(next), {
      // Replace only an entry that exists: a search aborted while loading has left none.
      replace: hasEntry.current && isTyped(here.state),
      state: isTyping ? typedState : null,
      // Rendering the loading state must not delay a search. The open list is cached, so it renders synchronously.
      flushSync: isTimeline && next.query === undefined,
    })
    hasEntry.current = isTyping
  }
  const endEntry = () => {
    hasEntry.current = false
  }
  return { search, endEntry }
}
