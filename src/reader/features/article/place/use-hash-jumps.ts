import { useEffectEvent, useLayoutEffect, useRef } from 'react'
import { NavigationType, useLocation, useNavigationType } from 'react-router-dom'
import { useNavigate } from '#reader/router/use-router.ts'
import type { PostId } from '#core/post/post-id.ts'
import { postPath } from '#reader/links/paths.ts'
import { toEntryKey } from '#reader/storage/entry-memory.ts'
import { toNextState, type ArticleState } from '../list-place.ts'

/**
 * Gives every place in an article that somebody jumps to a history entry of its own, also when they typed it into the
 * address.
 * Back from there gives the focus to the link that was followed.
 * @returns what jumps from a link to a fragment (`#...`).
 */
export function useHashJumps(
  id: PostId,
  state: ArticleState,
): (hash: string, link: HTMLElement) => void {
  const navigate = useNavigate()
  const location = useLocation()
  const { search } = location
  const last = useRef({ state, entries: window.history.length })
  const adopt = useEffectEvent((hash: string) => {
    // The browser makes an entry without a state for a changed fragment; without one, the way back to the list is lost.
    if (window.history.state === null) {
      // Else another change is under way already, and takes this entry into account.
      if (hash !== window.location.hash) return
      const next = { state: toLaterState(last.current), replace: true, preventScrollReset: true }
      void navigate({ pathname: postPath(id), search, hash }, next)
    } else last.current = { state, entries: window.history.length }
  })
  useLayoutEffect(() => {
    adopt(location.hash)
  }, [location])
  const followed = useRef(new Map<string, HTMLElement>())
  const isBack = useNavigationType() === NavigationType.Pop
  const entry = toEntryKey(location)
  useLayoutEffect(() => {
    // The page restores the scroll position itself.
    if (isBack) followed.current.get(entry)?.focus({ preventScroll: true })
  }, [entry, isBack])
  return (hash, link) => {
    // As in the browser itself: a second jump to the same place makes no second entry.
    const isHere = hash === location.hash
    if (!isHere) followed.current.set(entry, link)
    const next = { state: isHere ? state : toNextState(state), replace: isHere }
    void navigate({ pathname: postPath(id), search, hash }, { ...next, preventScrollReset: true })
  }
}

/** State of an entry that the browser made after another one, with as many between them as the history has grown by. */
function toLaterState({ state, entries }: { state: ArticleState; entries: number }): ArticleState {
  const added = Math.max(window.history.length - entries, 1)
  return Array.from({ length: added }).reduce<ArticleState>(toNextState, state)
}
