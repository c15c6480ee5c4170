import { useEffect, useMemo, useState, type RefObject } from 'react'
import type { PostId } from '#core/post/post-id.ts'
import { listNotes } from '#reader/data/desk/kept-notes.ts'
import type { Desk } from '#reader/storage/desk/desk.ts'
import type { ReadNodeText } from '../hits/text-map.ts'
import type { PlacedNote } from './paint-notes.ts'
import { placeNotes } from './place-notes.ts'

/** Debounce: the article may still change as pictures load, the rest of it is shown or another script is chosen. */
const quietMs = 150

interface NotedArticle {
  id: PostId
  /** The element that contains the article. */
  box: RefObject<HTMLElement | null>
  read: ReadNodeText
}

/** The notes of an article with where each is, again whenever they or its text change. */
export function useNotes(
  desk: Desk | undefined,
  { id, box, read }: NotedArticle,
): { placed: readonly PlacedNote[]; broken: number } {
  const revision = desk?.readRevision() ?? 0
  const listed = useMemo(
    () => (desk && revision >= 0 ? listNotes(desk, id) : { notes: [], broken: 0 }),
    [desk, id, revision],
  )
  const [placed, setPlaced] = useState<readonly PlacedNote[]>([])
  useEffect(() => {
    const element = box.current
    const text = element?.querySelector('.article-text')
    if (!element || !text) return undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const place = () => setPlaced(placeNotes(element, read, listed.notes))
    const observer = new MutationObserver(() => {
      clearTimeout(timer)
      timer = setTimeout(place, quietMs)
    })
    observer.observe(text, { childList: true, characterData: true, subtree: true })
    place()
    return () => {
      clearTimeout(timer)
      observer.disconnect()
    }
  }, [box, read, listed])
  return { placed, broken: listed.broken }
}
