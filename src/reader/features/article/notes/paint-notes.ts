import { noteColors, type DeskNote } from '#reader/data/desk/kept-notes.ts'

/** A note with where it is on the page. */
export interface PlacedNote {
  note: DeskNote
  /** Absent where its words are gone. */
  range: Range | undefined
}

/**
 * Paints highlights over the text without touching its nodes (CSS Custom Highlight API). Browsers without it show the list of
 * notes alone.
 */
export function paintNotes(placed: readonly PlacedNote[]): void {
  if (!('highlights' in CSS)) return
  for (const color of noteColors) {
    const ranges = placed.flatMap(({ note, range }) =>
      range !== undefined && note.color === color ? [range] : [],
    )
    if (ranges.length === 0) CSS.highlights.delete(`note-${color}`)
    else CSS.highlights.set(`note-${color}`, new Highlight(...ranges))
  }
}

/** The note that a place of the window is in; of several, the one that begins last. */
export function findNoteAt(
  placed: readonly PlacedNote[],
  { x, y }: { x: number; y: number },
): DeskNote | undefined {
  return placed.findLast(({ range }) =>
    [...(range?.getClientRects() ?? [])].some(
      ({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom,
    ),
  )?.note
}
