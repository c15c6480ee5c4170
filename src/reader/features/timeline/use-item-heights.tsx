import { useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { isEqualHeights, type ItemHeights } from './timeline-layout.ts'
import styles from './timeline-list.module.css'

/** Classes of one empty sample item of each kind. */
const sampleClasses = [
  'post-row',
  'post-row post-row-compact',
  'day-heading',
  'day-heading day-heading-with-month',
] as const

/**
 * Current heights of rows and headings under the style sheet, updated when they change. They are measured in the returned
 * element, which contains one empty item of each kind and is never visible.
 */
export function useItemHeights(): [ItemHeights, ReactNode] {
  const box = useRef<HTMLDivElement>(null)
  const [heights, setHeights] = useState(measureOnce)
  useLayoutEffect(() => {
    const element = box.current
    if (element === null) return undefined
    const measure = () => {
      const next = readHeights(element)
      // In print the samples are not displayed and have no height.
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

/**
 * Measures the heights before the first render. Otherwise the rows would render after everything else, in one long task
 * that blocks keyboard input.
 */
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
  const [row = 0, compact = 0, day = 0, month = 0] = [...box.children].map(
    (child) => child.getBoundingClientRect().height,
  )
  return { row, compact, day, month }
}
