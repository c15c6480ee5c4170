import { useEffect, useEffectEvent, useRef, type RefObject } from 'react'
import styles from './kept-place.module.css'

/** From so many windows of text on an article is long. */
const longWindows = 3

/** A line above a long article that grows as it is read. The scroll bar says the same to whoever cannot see it. */
export function ReadingProgress({ box }: { box: RefObject<HTMLElement | null> }) {
  const line = useRef<HTMLDivElement>(null)
  const draw = useEffectEvent(() => {
    const text = box.current?.querySelector('.article-text')?.getBoundingClientRect()
    if (!text || !line.current) return
    const isLong = text.height > longWindows * innerHeight
    const share = isLong ? Math.min(1, Math.max(0, -text.top / (text.height - innerHeight))) : 0
    line.current.style.transform = `scaleX(${share})`
  })
  useEffect(() => {
    let frame = 0
    const later = () => {
      frame ||= requestAnimationFrame(() => {
        frame = 0
        draw()
      })
    }
    later()
    addEventListener('scroll', later, { passive: true })
    addEventListener('resize', later)
    return () => {
      cancelAnimationFrame(frame)
      removeEventListener('scroll', later)
      removeEventListener('resize', later)
    }
  }, [])
  return <div ref={line} className={styles.progress} aria-hidden="true" />
}
