import { useState } from 'react'
import { toNumberText } from '#article/number-text.ts'
import type { PostId } from '#core/post/post-id.ts'
import { parseAnnotations, toAnnotations } from '#reader/data/desk/annotation.ts'
import type { DeskNote } from '#reader/data/desk/kept-notes.ts'
import { toNotesMarkdown } from '#reader/data/desk/notes-markdown.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import type { Desk } from '#reader/storage/desk/desk.ts'
import { toFileName } from '#reader/ui/file-name.ts'
import { saveFile } from '#reader/ui/save-file.ts'
import styles from './notes.module.css'

/** Larger files are not read. */
const mostBytes = 50_000_000

interface NoteFilesProps {
  desk: Desk
  /** The notes that are shown: these are saved. */
  notes: readonly DeskNote[]
  toAddress: (post: PostId) => string
}

/** Saves the shown notes as files, and adds those of a file. */
export function NoteFiles({ desk, notes, toAddress }: NoteFilesProps) {
  const { t } = useTranslation()
  const [said, setSaid] = useState('')
  const save = (text: string, extension: string, type: string) => {
    const day = new Date().toISOString().slice(0, 10)
    saveFile(new Blob([text], { type }), toFileName(t('notes.title'), day, extension))
  }
  const add = async (file: File | undefined) => {
    if (file === undefined) return
    const read = file.size > mostBytes ? undefined : parseFile(await file.text())
    if (read === undefined) {
      setSaid(t('notes.unreadable'))
      return
    }
    // A note that is here already stays as it is.
    const fresh = read.notes.filter(({ id }) => desk.get('note', id) === undefined)
    desk.change(fresh.map(({ id, content }) => ({ kind: 'note', id, value: { ...content } })))
    const known = read.notes.length - fresh.length
    setSaid(
      t('notes.added', {
        added: toNumberText(fresh.length),
        known: toNumberText(known),
        skipped: toNumberText(read.skipped),
      }),
    )
  }
  return (
    <section className={styles.files} aria-label={t('notes.files')}>
      <h2>{t('notes.files')}</h2>
      <p>
        <button
          type="button"
          className="button"
          onClick={() =>
            save(
              JSON.stringify(toAnnotations(notes, toAddress), null, 2),
              'jsonld',
              'application/ld+json',
            )
          }
        >
          {t('notes.saveJson')}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => save(toNotesMarkdown(notes, toAddress), 'md', 'text/markdown')}
        >
          {t('notes.saveMarkdown')}
        </button>
        <label className={styles.file}>
          <span>{t('notes.add')}</span>
          <input
            type="file"
            accept=".jsonld,.json,application/ld+json,application/json"
            onChange={(event) => void add(event.target.files?.[0])}
          />
        </label>
      </p>
      <output>{said}</output>
    </section>
  )
}

function parseFile(text: string): ReturnType<typeof parseAnnotations> | undefined {
  try {
    return parseAnnotations(JSON.parse(text))
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
