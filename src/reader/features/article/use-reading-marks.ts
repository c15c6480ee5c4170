import { useEffect, type RefObject } from 'react'
import type { PostId } from '#core/post/post-id.ts'
import { noteReading } from '#reader/data/desk/late-desk.ts'

/** Notes that an article was opened, and that its end has come into view. */
export function useReadingMarks(box: RefObject<HTMLElement | null>, id: PostId): void {
  useEffect(() => {
    void noteReading(id, 'opened')
    const end = box.current?.querySelector('.article-footer')
    if (end === null || end === undefined) return undefined
    const observer = new IntersectionObserver((seen) => {
      if (!seen.some(({ isIntersecting }) => isIntersecting)) return
      observer.disconnect()
      void noteReading(id, 'finished')
    })
    observer.observe(end)
    return () => observer.disconnect()
  }, [box, id])
}
