import type { Words } from '#article/words.ts'
import type { DeskNote } from '#reader/data/desk/kept-notes.ts'
import styles from './article-notes.module.css'
import type { PlacedNote } from './paint-notes.ts'

interface NoteListProps {
  placed: readonly PlacedNote[]
  /** Ids of notes that stand beside the text: here only on paper. */
  beside: ReadonlySet<string>
  /** Notes of the desk that could not be read. */
  broken: number
  words: Words
  onGo: (range: Range, note: DeskNote) => void
  onEdit: (note: DeskNote) => void
  onRemove: (note: DeskNote) => void
}

/** The notes of an article in the order of its text. One whose words are gone says so and keeps its quote. */
export function NoteList({ placed, beside, broken, words, onGo, onEdit, onRemove }: NoteListProps) {
  return (
    <>
      <h2 className={styles.heading}>{words('article.notes.name')}</h2>
      <ol className={styles.list}>
        {placed.map(({ note, range }) => (
          <li key={note.id} data-color={note.color} data-beside={beside.has(note.id) || undefined}>
            <blockquote className={styles.quote}>{note.anchor.exact}</blockquote>
            {note.text === undefined ? null : <p className={styles.text}>{note.text}</p>}
            {range === undefined ? (
              <p className={styles.lost}>{words('article.notes.lost')}</p>
            ) : null}
            <p className={styles.actions}>
              {range === undefined ? null : (
                <button type="button" onClick={() => onGo(range, note)}>
                  {words('article.notes.go')}
                </button>
              )}
              <button type="button" onClick={() => onEdit(note)}>
                {words(note.text === undefined ? 'article.notes.add' : 'article.notes.edit')}
              </button>
              <button type="button" onClick={() => onRemove(note)}>
                {words('article.notes.remove')}
              </button>
            </p>
          </li>
        ))}
      </ol>
      {broken === 0 ? null : (
        <p className={styles.lost}>{words('article.notes.broken', { number: broken })}</p>
      )}
    </>
  )
}
