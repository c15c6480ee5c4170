import { useState } from 'react'
import type { Words } from '#article/words.ts'
import type { DeskNote } from '#reader/data/desk/kept-notes.ts'
import { Dialog } from '#reader/ui/dialog.tsx'
import styles from './article-notes.module.css'

interface NoteEditorProps {
  note: DeskNote
  words: Words
  onSave: (text: string) => void
  onClose: () => void
}

/** The field for what somebody writes to a highlight. Closing it keeps what was written. */
export function NoteEditor({ note, words, onSave, onClose }: NoteEditorProps) {
  const [text, setText] = useState(note.text ?? '')
  const close = () => {
    if (text.trim() !== (note.text ?? '')) onSave(text.trim())
    onClose()
  }
  return (
    <Dialog
      title={words('article.notes.note')}
      form="sheet"
      onClose={close}
      footer={
        <button type="button" className="button button-wide" onClick={close}>
          {words('article.notes.save')}
        </button>
      }
    >
      <blockquote className={styles.quote}>{note.anchor.exact}</blockquote>
      <textarea
        className={styles.field}
        aria-label={words('article.notes.note')}
        value={text}
        rows={6}
        maxLength={20_000}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- It is what the dialog was opened for.
        autoFocus
        onChange={(event) => setText(event.target.value)}
      />
    </Dialog>
  )
}
