import { useEffectEvent, useLayoutEffect, useRef } from 'react'
import { useLocation, useNavigate } from '#reader/router/use-router.ts'
import type { PostId } from '#core/post/post-id.ts'
import { postPath } from '#reader/links/paths.ts'
import { toNextState, type ArticleState } from '../list-place.ts'

/**
 * Gives every place in an article that somebody jumps to a history entry of its own, also when they typed it into the
 * address.
 * @returns what jumps to a fragment (`#...`).
 */
export function useHashJumps(id: PostId, state: ArticleState): (hash: string) => void {
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
  return (hash) => {
    // As in the browser itself: a second jump to the same place makes no second entry.
    const isHere = hash === location.hash
    const next = { state: isHere ? state : toNextState(state), replace: isHere }
    void navigate({ pathname: postPath(id), search, hash }, { ...next, preventScrollReset: true })
  }
}

/** State of an entry that the browser made after another one, with as many between them as the history has grown by. */
function toLaterState({ state, entries }: { state: ArticleState; entries: number }): ArticleState {
  const added = Math.max(window.history.length - entries, 1)
  return Array.from({ length: added }).reduce<ArticleState>(toNextState, state)
}
