import { noteColors, type DeskNote, type NoteColor } from '#reader/data/desk/kept-notes.ts'

/** Which notes are shown. */
export interface NoteFilter {
  /** Words that quote, note or title have, all of them; empty = any. */
  words: string
  /** Absent = all colours. */
  color?: NoteColor | undefined
}

/** What notes are grouped by. */
export type NoteOrder = 'article' | 'color'

/** Notes of one article, or of one colour. */
export type NoteGroup = readonly [DeskNote, ...DeskNote[]]

/** The notes that a filter shows, grouped by their articles, or by their colours in the order these are offered. */
export function findNotes(
  notes: readonly DeskNote[],
  { words, color }: NoteFilter,
  order: NoteOrder = 'article',
): NoteGroup[] {
  const wanted = fold(words).split(/\s+/).filter(Boolean)
  const groups = new Map<string, [DeskNote, ...DeskNote[]]>()
  for (const note of notes) {
    const text = fold(`${note.anchor.exact} ${note.text ?? ''} ${note.title}`)
    if (color !== undefined && note.color !== color) continue
    if (!wanted.every((word) => text.includes(word))) continue
    const key = order === 'article' ? note.post : note.color
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [note])
    else group.push(note)
  }
  if (order === 'article') return [...groups.values()]
  return noteColors.flatMap((one) => {
    const group = groups.get(one)
    return group === undefined ? [] : [group]
  })
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}
