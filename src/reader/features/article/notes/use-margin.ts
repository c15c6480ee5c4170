import { useEffect, useState, type RefObject } from 'react'
import { useMediaQuery } from '#reader/ui/use-media-query.ts'

/** Narrower windows have the list of notes alone. */
const wideEnough = '(min-width: 1300px)'
/** Pixels beside the text that notes need, with what is left free around them. */
const leastRoom = 220

/** Whether there is room for notes beside the text: a reader may have chosen long lines. */
export function useMargin(box: RefObject<HTMLElement | null>): boolean {
  const isWide = useMediaQuery(wideEnough)
  const [room, setRoom] = useState(0)
  useEffect(() => {
    const article = box.current?.querySelector('.article')
    if (!article || !isWide) return undefined
    const observer = new ResizeObserver(() => setRoom(article.getBoundingClientRect().left))
    observer.observe(article)
    observer.observe(document.documentElement)
    return () => observer.disconnect()
  }, [box, isWide])
  return isWide && room >= leastRoom
}
