import { useLayoutEffect, useRef, type RefObject } from 'react'
import type { Words } from '#article/words.ts'
import type { DeskNote } from '#reader/data/desk/kept-notes.ts'
import styles from './margin-notes.module.css'
import { placeInMargin, readTop } from './place-in-margin.ts'

/** A note whose highlight is in the text. */
export interface MarginNote {
  note: DeskNote
  range: Range
}

interface MarginNotesProps {
  /** In the order of the text. */
  notes: readonly MarginNote[]
  /** The element that contains the article. */
  box: RefObject<HTMLElement | null>
  words: Words
  onEdit: (note: DeskNote) => void
  onRemove: (note: DeskNote) => void
}

/**
 * What is written to highlights, beside the text, each at the height of its highlight or below the one before. They lie over the
 * empty margin, so that nothing of the text moves.
 */
export function MarginNotes({ notes, box, words, onEdit, onRemove }: MarginNotesProps) {
  const margin = useRef<HTMLElement>(null)
  useLayoutEffect(() => {
    const article = box.current?.querySelector('.article')
    const element = margin.current
    if (!article || element === null) return undefined
    const place = () => {
      const { top, left } = article.getBoundingClientRect()
      const origin = element.getBoundingClientRect()
      element.style.setProperty('--edge', `${left - origin.left}px`)
      const cards = [...element.children].filter((card) => card instanceof HTMLElement)
      const tops = placeInMargin(
        notes.map(({ range }) => readTop(range) ?? top),
        cards.map(({ offsetHeight }) => offsetHeight),
      )
      for (const [at, card] of cards.entries())
        card.style.setProperty('inset-block-start', `${(tops[at] ?? 0) - origin.top}px`)
    }
    place()
    // Pictures come late, parts are unfolded, and the size of the text changes.
    const observer = new ResizeObserver(place)
    observer.observe(article)
    for (const card of element.children) observer.observe(card)
    return () => observer.disconnect()
  }, [box, notes])
  return (
    <aside ref={margin} className={styles.margin} aria-label={words('article.notes.margin')}>
      {notes.map(({ note }) => (
        <div key={note.id} role="note" className={styles.card} data-color={note.color}>
          <p className={styles.text}>{note.text}</p>
          <p className={styles.actions}>
            <button type="button" onClick={() => onEdit(note)}>
              {words('article.notes.edit')}
            </button>
            <button type="button" onClick={() => onRemove(note)}>
              {words('article.notes.remove')}
            </button>
          </p>
        </div>
      ))}
    </aside>
  )
}
