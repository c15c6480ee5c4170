import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, type RefObject } from 'react'
import { useLocation, useNavigate, useNavigation } from 'react-router-dom'
import { openFilter, parseTimelineFilter, withQuery } from '#core/timeline-filter.ts'
import { calendarRoute, homePath, isTyped, timelinePath, typedState } from '#reader/links/paths.ts'
import { rememberSearch } from '#reader/storage/recent-searches.ts'
import { shownSearch, warmSearch } from '#reader/data/search/search.ts'
import { useFieldEvents } from './use-field-events.ts'

/** A search begins when nothing was typed for this long. */
const typingPauseMs = 120

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
  // By the time the pause is over the page may have gone on.
  const latest = useRef(search)
  useEffect(() => {
    latest.current = search
  })
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined)
  const isComposing = useRef(false)

  const type = () => {
    clearTimeout(pause.current)
    const text = field.current?.value ?? ''
    listener.onType(text === '')
    if (isComposing.current) return
    if (text.trim() === '') shownSearch.cancel(client)
    pause.current = setTimeout(() => {
      latest.current(text, 'typed')
    }, typingPauseMs)
  }
  const enter = (text: string) => {
    clearTimeout(pause.current)
    if (isComposing.current) return
    search(text, 'entered')
    // Later, because both keep the search waiting: one writes to the disk, the other lays the page out.
    setTimeout(() => {
      rememberSearch(text)
      // On to what was found: for keys, and so that a keyboard on the screen goes away.
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
  // A search that is on its way is where the reader is already: typing back to the one that is shown has to undo it.
  const { pathname, search: params } = useNavigation().location ?? here
  // Whether the typing that goes on has an entry in the history already.
  const hasEntry = useRef(false)
  const search = (text: string, how: 'typed' | 'entered') => {
    const isTimeline = pathname === homePath
    const hasFilter = isTimeline || pathname === calendarRoute
    const filter = hasFilter ? parseTimelineFilter(new URLSearchParams(params)) : openFilter
    const next = withQuery(filter, text)
    const isTyping = how === 'typed'
    if (isTimeline ? next.query === filter.query : isTyping || next.query === undefined) return
    void navigate(timelinePath(next), {
      // The entry must have come to be: a search that was overtaken on its way left none.
      replace: hasEntry.current && isTyped(here.state),
      state: isTyping ? typedState : null,
      // What a search finds has to be looked for: to draw that it is on its way must not keep it waiting. The open list is there.
      flushSync: isTimeline && next.query === undefined,
    })
    hasEntry.current = isTyping
  }
  const endEntry = () => {
    hasEntry.current = false
  }
  return { search, endEntry }
}
