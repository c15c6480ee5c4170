import type { Words } from '#article/words.ts'
import { noteColors, type DeskNote, type NoteColor } from '#reader/data/desk/kept-notes.ts'
import { Icon } from '#reader/ui/icon.tsx'
import styles from './article-notes.module.css'

interface NoteBarProps {
  isSelected: boolean
  /** The note that was pressed. */
  active: DeskNote | undefined
  /** Takes the last change back; absent when there is nothing to take back. */
  undo: (() => void) | undefined
  /** Whether what was selected cannot be highlighted. */
  hasFailed: boolean
  words: Words
  onMark: (color: NoteColor) => void
  onNote: () => void
  onRemove: (note: DeskNote) => void
  onUndone: () => void
  onClose: () => void
}

/** What can be done with the selected text, or with the note that was pressed. It stands still while either changes. */
export function NoteBar(props: NoteBarProps) {
  const { isSelected, active, undo, hasFailed, words } = props
  const canMark = isSelected || active !== undefined
  if (!canMark && undo === undefined && !hasFailed) return null
  return (
    // Pressing a button must not clear the selection.
    <div
      className={styles.bar}
      role="toolbar"
      tabIndex={-1}
      aria-label={words('article.notes.tools')}
      onMouseDown={(event) => event.preventDefault()}
    >
      {active?.text === undefined ? null : <p className={styles.text}>{active.text}</p>}
      <div className={styles.tools}>
        {canMark
          ? noteColors.map((color) => (
              <button
                key={color}
                type="button"
                className={styles.color}
                data-color={color}
                aria-label={words(`article.notes.${color}`)}
                title={words(`article.notes.${color}`)}
                aria-pressed={active?.color === color}
                onClick={() => props.onMark(color)}
              />
            ))
          : null}
        {canMark ? (
          <button type="button" className={styles.tool} onClick={props.onNote}>
            {words(active?.text === undefined ? 'article.notes.add' : 'article.notes.edit')}
          </button>
        ) : null}
        {active ? (
          <button type="button" className={styles.tool} onClick={() => props.onRemove(active)}>
            {words('article.notes.remove')}
          </button>
        ) : null}
        <output>{hasFailed ? words('article.notes.failed') : null}</output>
        {undo ? (
          <button
            type="button"
            className={styles.tool}
            onClick={() => {
              undo()
              props.onUndone()
            }}
          >
            {words('article.notes.undo')}
          </button>
        ) : null}
        <button
          type="button"
          className={styles.tool}
          aria-label={words('close')}
          title={words('close')}
          onClick={() => {
            getSelection()?.removeAllRanges()
            props.onClose()
          }}
        >
          <Icon name="close" />
        </button>
      </div>
    </div>
  )
}
