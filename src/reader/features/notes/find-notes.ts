import type { DeskNote, NoteColor } from '#reader/data/desk/kept-notes.ts'

/** Which notes are shown. */
export interface NoteFilter {
  /** Words that quote, note or title have, all of them; empty = any. */
  words: string
  /** Absent = all colours. */
  color?: NoteColor | undefined
}

/** The notes that a filter shows, grouped by their articles. */
export function findNotes(
  notes: readonly DeskNote[],
  { words, color }: NoteFilter,
): (readonly [DeskNote, ...DeskNote[]])[] {
  const wanted = fold(words).split(/\s+/).filter(Boolean)
  const groups = new Map<string, [DeskNote, ...DeskNote[]]>()
  for (const note of notes) {
    const text = fold(`${note.anchor.exact} ${note.text ?? ''} ${note.title}`)
    if (color !== undefined && note.color !== color) continue
    if (!wanted.every((word) => text.includes(word))) continue
    const group = groups.get(note.post)
    if (group === undefined) groups.set(note.post, [note])
    else group.push(note)
  }
  return [...groups.values()]
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}
