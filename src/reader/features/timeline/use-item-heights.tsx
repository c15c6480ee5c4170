import { useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { isEqualHeights, type ItemHeights } from './timeline-layout.ts'
import styles from './timeline-list.module.css'

/**
 * Heights of rows and headings as the style sheet makes them right now, live. They are read from the element given back, one
 * empty item of each kind that is never seen; `undefined` until it has been drawn.
 */
export function useItemHeights(): [ItemHeights | undefined, ReactNode] {
  const box = useRef<HTMLDivElement>(null)
  const [heights, setHeights] = useState<ItemHeights>()
  useLayoutEffect(() => {
    const element = box.current
    if (element === null) return undefined
    const measure = () => {
      const next = readHeights(element)
      setHeights((last) => (last !== undefined && isEqualHeights(last, next) ? last : next))
    }
    measure()
    const observer = new ResizeObserver(measure)
    for (const child of element.children) observer.observe(child)
    return () => {
      observer.disconnect()
    }
  }, [])
  const samples = (
    <div ref={box} className={styles.samples} aria-hidden="true">
      <div className="post-row" />
      <div className="day-heading" />
      <div className="day-heading day-heading-with-month" />
    </div>
  )
  return [heights, samples]
}

function readHeights(box: HTMLElement): ItemHeights {
  const [row = 0, day = 0, month = 0] = [...box.children].map(
    (child) => child.getBoundingClientRect().height,
  )
  return { row, day, month }
}
