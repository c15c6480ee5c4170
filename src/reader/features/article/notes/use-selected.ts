import { useEffect, useState, type RefObject } from 'react'
import { readSelection } from '../cite/selected-passage.ts'

/** The selection in the text of an article; `undefined` while nothing of it is selected. */
export function useSelected(box: RefObject<HTMLElement | null>): Range | undefined {
  const [selected, setSelected] = useState<Range>()
  useEffect(() => {
    const look = () => {
      const text = box.current?.querySelector('.article-text')
      const range = readSelection()
      const isInside = text && range?.intersectsNode(text)
      setSelected(isInside && range?.toString().trim() !== '' ? range?.cloneRange() : undefined)
    }
    document.addEventListener('selectionchange', look)
    look()
    return () => document.removeEventListener('selectionchange', look)
  }, [box])
  return selected
}
