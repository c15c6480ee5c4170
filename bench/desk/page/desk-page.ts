// Runs in a page of its own, bundled by Vite: the reader's desk without the reader around it.
import { countSelection } from '../../../src/core/selection/selection.ts'
import { parseTimelineFilter } from '../../../src/core/selection/timeline-filter.ts'
import { listNotes, noteColors } from '../../../src/reader/data/desk/kept-notes.ts'
import { openSiteDesk } from '../../../src/reader/data/desk/site-desk.ts'
import { buildQueryClient } from '../../../src/reader/data/files/query-client.ts'
import { selectionQuery } from '../../../src/reader/data/filter/filter-query.ts'
import type { DeskChange } from '../../../src/reader/storage/desk/desk-entry.ts'
import { writeSeenRows } from '../../../src/reader/storage/desk/seen-rows.ts'
import { archiveRows, fillCache, toIdAt, toSeenRow } from './large-archive.ts'

const marks = 50_000
const notes = 5_000
const client = buildQueryClient()

const desk = {
  /** Stores the marks, spread over the archive, the notes, and where the rows of the marks were seen. */
  fill: async (): Promise<void> => {
    const step = archiveRows / marks
    const ordinals = Array.from({ length: marks }, (_, at) => at * step + (at % step))
    const opened = await openSiteDesk()
    const changes = [...ordinals.map(toMark), ...ordinals.slice(0, notes).map(toNote)]
    await opened.change(changes).stored
    await writeSeenRows(await opened.connect(), ordinals.map(toSeenRow))
  },
  /** Opens the desk, and says which of the newest posts have marks, as a list does that shows them. */
  open: async (): Promise<number> => {
    const opened = await openSiteDesk()
    const shown = Array.from({ length: 20 }, (_, at) => toIdAt(archiveRows - 1 - at))
    return shown.filter((id) => opened.get('mark', id) !== undefined).length
  },
  /** Reads all notes, as the page of notes does. */
  readNotes: async (): Promise<number> => listNotes(await openSiteDesk()).notes.length,
  fillCache: () => fillCache(client),
  /** The number of posts of a filter. */
  count: async (address: string): Promise<number> => {
    const filter = parseTimelineFilter(new URLSearchParams(address))
    return countSelection(await client.fetchQuery(selectionQuery(filter)))
  },
  /** Marks one more post as read, the next time another one. */
  mark: async (turn: number): Promise<void> => {
    const opened = await openSiteDesk()
    await opened.change([toMark(archiveRows - 1 - turn)]).stored
  },
}
Object.assign(globalThis, { desk })

/** What the bench calls in the page. */
export type DeskPage = typeof desk

function toMark(ordinal: number, at = 0): DeskChange {
  return { kind: 'mark', id: toIdAt(ordinal), value: at % 3 === 0 ? 'opened' : 'finished' }
}

const words = 'the harbour wall was mended again before the first storm of that long winter '

function toNote(ordinal: number, at: number): DeskChange {
  const exact = words.repeat(1 + (at % 3)).trim()
  const rest = { length: 5_000 + at, digest: Math.imul(at, 2_654_435_761) >>> 0 }
  const value = {
    anchor: {
      exact,
      prefix: words.slice(0, 32),
      suffix: words.slice(-32),
      start: at,
      end: at + exact.length,
      proof: { before: rest, after: rest, sizes: [32, 40, 40, 32], apart: [3, 3, 3, 3, 9] },
    },
    color: noteColors[at % noteColors.length] ?? 'yellow',
    ...(at % 2 === 0 ? { text: `Compare with the next one. ${words}` } : {}),
    made: 1_700_000_000_000 + at,
    title: `Post ${ordinal}`,
  }
  return { kind: 'note', id: `${toIdAt(ordinal)} ${at.toString(36)}`, value }
}
