import { useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { isEqualHeights, type ItemHeights } from './timeline-layout.ts'
import styles from './timeline-list.module.css'

/** One empty item of each kind, by its classes. */
const sampleClasses = ['post-row', 'day-heading', 'day-heading day-heading-with-month'] as const

/**
 * Heights of rows and headings as the style sheet makes them right now, live. They are read from the element given back, which holds
 * one empty item of each kind and is never seen.
 */
export function useItemHeights(): [ItemHeights, ReactNode] {
  const box = useRef<HTMLDivElement>(null)
  const [heights, setHeights] = useState(measureOnce)
  useLayoutEffect(() => {
    const element = box.current
    if (element === null) return undefined
    const measure = () => {
      const next = readHeights(element)
      // On paper the samples are left out: they say nothing then.
      setHeights((last) => (next.row === 0 || isEqualHeights(last, next) ? last : next))
    }
    const observer = new ResizeObserver(measure)
    for (const child of element.children) observer.observe(child)
    return () => {
      observer.disconnect()
    }
  }, [])
  const samples = (
    <div ref={box} className={styles.samples} aria-hidden="true">
      {sampleClasses.map((name) => (
        <div key={name} className={name} />
      ))}
    </div>
  )
  return [heights, samples]
}

/** Heights before anything is drawn: else the rows would be drawn after all the rest, in one piece in which no key is answered. */
function measureOnce(): ItemHeights {
  const box = document.createElement('div')
  box.className = styles.samples ?? ''
  for (const name of sampleClasses) {
    box.append(Object.assign(document.createElement('div'), { className: name }))
  }
  document.body.append(box)
  const heights = readHeights(box)
  box.remove()
  return heights
}

function readHeights(box: HTMLElement): ItemHeights {
  const [row = 0, day = 0, month = 0] = [...box.children].map(
    (child) => child.getBoundingClientRect().height,
  )
  return { row, day, month }
}
