import { useEffect, useState, type RefObject } from 'react'
import { readSelection } from '../cite/selected-passage.ts'

/** The selection in the text of an article as the last drawing saw it; `undefined` while nothing of it is selected. */
export function useSelected(box: RefObject<HTMLElement | null>): Range | undefined {
  const [selected, setSelected] = useState<Range>()
  useEffect(() => {
    const look = () => setSelected(readSelected(box))
    document.addEventListener('selectionchange', look)
    look()
    return () => document.removeEventListener('selectionchange', look)
  }, [box])
  return selected
}

/** The same as it is now: a key may come before the page has drawn what was selected. */
export function readSelected(box: RefObject<HTMLElement | null>): Range | undefined {
  const text = box.current?.querySelector('.article-text')
  const range = readSelection()
  const isInside = text && range?.intersectsNode(text)
  return isInside && range?.toString().trim() !== '' ? range?.cloneRange() : undefined
}
