import { useEffect, useEffectEvent, useLayoutEffect, useState, type RefObject } from 'react'
import { useLocation } from 'react-router-dom'
import { EntryMemory, toEntryKey } from '#reader/storage/entry-memory.ts'
import type { ReadNodeText } from '../hits/text-map.ts'
import { articlePlaceShape, readPlace, type ArticlePlace } from './article-place.ts'
import { PlaceHold } from './place-hold.ts'
import { readShownText } from './shown-text.ts'

const places = new EntryMemory<ArticlePlace>({
  name: 'broadsheet.article-places',
  shape: articlePlaceShape,
  storage: () => globalThis.sessionStorage,
})

/** How long nothing may scroll before the place is read. */
const stillMs = 120

/** The place that the article of this history entry was left at, for what has to be drawn before it can be shown. */
export function useRecalledPlace(): ArticlePlace | undefined {
  const entry = toEntryKey(useLocation())
  const [recalled] = useState(() => places.recall(entry))
  return recalled
}

/**
 * Remembers where the reader is in an article, for each history entry, and brings them back there to the line, while
 * pictures arrive late and whenever the width changes.
 * @param arrive - called for an entry without a remembered place; says whether it scrolled to one.
 * @returns what keeps the place.
 */
export function useArticlePlace(
  box: RefObject<HTMLElement | null>,
  read: ReadNodeText,
  arrive: () => boolean,
): PlaceHold {
  const location = useLocation()
  const entry = toEntryKey(location)
  const [hold] = useState(() => new PlaceHold(() => readShownText(box.current, read)))
  const come = useEffectEvent(() => {
    const place = places.recall(entry)
    if (place !== undefined) hold.keep(place)
    else if (arrive()) hold.keepShown()
    else if (location.hash !== '') hold.stay()
  })
  useLayoutEffect(() => {
    const { stop, save, isMoved } = follow(() => {
      const text = readShownText(box.current, read)
      if (text === undefined || hold.isHolding) return
      const place = readPlace(text)
      places.remember(entry, place)
      hold.rest(place, text)
    })
    come()
    return () => {
      // The last chance: whatever scrolls from here on belongs to another entry.
      if (isMoved()) save()
      stop()
    }
  }, [box, read, hold, entry])
  useEffect(() => (box.current === null ? undefined : hold.watch(box.current)), [box, hold])
  return hold
}

/** Saves when scrolling has ended, on a click, and when the page is left. */
function follow(save: () => void) {
  const listening = new AbortController()
  const { signal } = listening
  let timer: ReturnType<typeof setTimeout> | undefined
  const saveNow = () => {
    clearTimeout(timer)
    timer = undefined
    save()
  }
  const saveSoon = () => {
    clearTimeout(timer)
    timer = setTimeout(saveNow, stillMs)
  }
  document.addEventListener('scroll', saveSoon, { passive: true, signal })
  document.addEventListener('click', saveNow, { capture: true, signal })
  window.addEventListener('pagehide', saveNow, { signal })
  return {
    save,
    /** Whether there was a scroll that is not saved yet. */
    isMoved: () => timer !== undefined,
    stop: () => {
      clearTimeout(timer)
      listening.abort()
    },
  }
}
