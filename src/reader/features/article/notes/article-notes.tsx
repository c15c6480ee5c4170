import { useEffect, useMemo, useState, type RefObject } from 'react'
import type { Words } from '#article/words.ts'
import type { PostId } from '#core/post/post-id.ts'
import type { DeskNote, NoteColor } from '#reader/data/desk/kept-notes.ts'
import { openSiteDesk } from '#reader/data/desk/site-desk.ts'
import { useDesk } from '#reader/ui/use-desk.ts'
import { notesPath } from '#reader/links/paths.ts'
import { Link } from '#reader/router/link.tsx'
import { useKeys } from '#reader/ui/use-keys.ts'
import { goToHit } from '../hits/show-hits.ts'
import type { ReadNodeText } from '../hits/text-map.ts'
import styles from './article-notes.module.css'
import { MarginNotes, type MarginNote } from './margin-notes.tsx'
import { makeNoteChanges } from './note-changes.ts'
import { NoteBar } from './note-bar.tsx'
import { NoteEditor } from './note-editor.tsx'
import { NoteList } from './note-list.tsx'
import { findNoteAt, paintNotes, type PlacedNote } from './paint-notes.ts'
import { anchorSelection } from './place-notes.ts'
import { useMargin } from './use-margin.ts'
import { useNotes } from './use-notes.ts'
import { readSelected, useSelected } from './use-selected.ts'

/** What notes of an article need. */
export interface ArticleNotesProps {
  id: PostId
  title: string
  /** SHA-256 of the article's source file, where it is known. */
  version: string | undefined
  /** The element that contains the article. */
  box: RefObject<HTMLElement | null>
  read: ReadNodeText
  words: Words
}

/** Highlights and notes of an article: a bar to make and change them, their paint, and their list below the text. */
export function ArticleNotes(props: ArticleNotesProps) {
  const { id, title, version, box, read, words } = props
  const desk = useDesk(openSiteDesk)
  const { placed, broken } = useNotes(desk, props)
  const selected = useSelected(box)
  const [active, setActive] = useState<string>()
  const [edited, setEdited] = useState<string>()
  const [undo, setUndo] = useState<() => void>()
  const [hasFailed, setFailed] = useState(false)
  const find = (wanted: string | undefined): DeskNote | undefined =>
    placed.find(({ note }) => note.id === wanted)?.note
  const changes = desk && makeNoteChanges(desk, (back) => setUndo(() => back))
  useEffect(() => paintNotes(placed), [placed])
  useEffect(() => () => paintNotes([]), [])
  useEffect(() => {
    const { current } = box
    const press = ({ target, clientX: x, clientY: y }: MouseEvent) => {
      const isText = target instanceof Element && target.closest('.article-text') !== null
      const isFree = target instanceof Element && target.closest('a, button, summary') === null
      if (isText) setActive(isFree ? findNoteAt(placed, { x, y })?.id : undefined)
    }
    current?.addEventListener('click', press)
    return () => current?.removeEventListener('click', press)
  }, [box, placed])
  const mark = (color: NoteColor): string | undefined => {
    const chosen = readSelected(box) ?? selected
    const anchor = chosen && box.current ? anchorSelection(box.current, read, chosen) : undefined
    setFailed(anchor === undefined)
    if (anchor === undefined || changes === undefined) return undefined
    getSelection()?.removeAllRanges()
    const made = changes.add(id, { anchor, color, title, version, made: Date.now() })
    setActive(made)
    return made
  }
  useKeys({
    m: () => {
      if (readSelected(box)) mark('yellow')
    },
    M: () => {
      if (readSelected(box)) setEdited(mark('yellow'))
    },
  })
  const editing = find(edited)
  const hasMargin = useMargin(box)
  const beside = useMemo(() => (hasMargin ? listBeside(placed) : []), [hasMargin, placed])
  const actions = {
    onEdit: (note: DeskNote) => setEdited(note.id),
    onRemove: (note: DeskNote) => changes?.remove(note),
  }
  return (
    <>
      <NoteBar
        isSelected={selected !== undefined}
        active={selected === undefined ? find(active) : undefined}
        {...{ words, undo, hasFailed }}
        onMark={(color) => {
          const note = selected === undefined ? find(active) : undefined
          if (note === undefined) mark(color)
          else changes?.change(note, { color })
        }}
        onNote={() => setEdited(selected === undefined ? active : mark('yellow'))}
        onRemove={(note) => {
          setActive(undefined)
          changes?.remove(note)
        }}
        onUndone={() => setUndo(undefined)}
        onClose={() => {
          setActive(undefined)
          setUndo(undefined)
          setFailed(false)
        }}
      />
      {editing && (
        <NoteEditor
          note={editing}
          words={words}
          onSave={(text) => changes?.change(editing, { text: text === '' ? undefined : text })}
          onClose={() => setEdited(undefined)}
        />
      )}
      {beside.length > 0 && <MarginNotes notes={beside} {...{ box, words, ...actions }} />}
      {placed.length + broken > 0 && (
        <section className={styles.section} aria-label={words('article.notes.name')}>
          <NoteList
            {...{ placed, broken, words, ...actions }}
            onGo={(range, note) => {
              setActive(note.id)
              goToHit(range)
            }}
            beside={new Set(beside.map(({ note }) => note.id))}
          />
          <Link to={notesPath}>{words('article.notes.all')}</Link>
        </section>
      )}
    </>
  )
}

/** What is written to highlights, in the order of the text as it is now. */
function listBeside(placed: readonly PlacedNote[]): MarginNote[] {
  return placed
    .flatMap(({ note, range }) => (note.text === undefined || !range ? [] : [{ note, range }]))
    .sort((one, other) => one.range.compareBoundaryPoints(Range.START_TO_START, other.range))
}
