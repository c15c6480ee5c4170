import * as v from 'valibot'
import type { TextAnchor } from '#core/anchor/text-anchor.ts'
import { parsePostId, type PostId } from '#core/post/post-id.ts'
import type { Desk } from '#reader/storage/desk/desk.ts'
import type { DeskEntryOf } from '#reader/storage/desk/desk-entry.ts'

/** Colours of highlights, in the order they are offered. */
export const noteColors = ['yellow', 'green', 'blue', 'red'] as const

/** Colour of a highlight. */
export type NoteColor = (typeof noteColors)[number]

const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const quote = v.pipe(v.string(), v.maxLength(40_000))
const context = v.pipe(v.string(), v.maxLength(5000))
const rest = v.object({ length: count, digest: count })

const noteShape = v.object({
  anchor: v.object({
    exact: quote,
    prefix: context,
    suffix: context,
    start: count,
    end: count,
    proof: v.optional(
      v.object({
        before: rest,
        after: rest,
        sizes: v.tuple([count, count, count, count]),
        apart: v.tuple([count, count, count, count, count]),
      }),
    ),
  }),
  color: v.fallback(v.picklist(noteColors), 'yellow'),
  /** What somebody wrote; absent of a highlight alone. */
  text: v.optional(v.pipe(v.string(), v.maxLength(20_000))),
  /** When it was made, milliseconds since 1970. */
  made: count,
  /** Title of the article. */
  title: v.pipe(v.string(), v.maxLength(500)),
  /** SHA-256 of the source file that was annotated, where it is known. */
  version: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))),
})

/** A highlight, with what somebody wrote to it. */
export interface NoteContent {
  anchor: TextAnchor
  color: NoteColor
  text?: string | undefined
  made: number
  title: string
  version?: string | undefined
}

/** A highlight or note of a post. */
export interface DeskNote extends NoteContent {
  /** Of the entry on the desk. */
  id: string
  post: PostId
}

/** The notes of a desk, or of one post of it, as they stand in their articles. What cannot be read is left out, and counted. */
export function listNotes(desk: Desk, post?: PostId): { notes: DeskNote[]; broken: number } {
  const own = desk.list('note').filter(({ id }) => post === undefined || toPost(id) === post)
  const notes = own.flatMap((entry) => parseNote(entry) ?? [])
  const order = (one: DeskNote, other: DeskNote) =>
    compare(one.post, other.post) ||
    one.anchor.start - other.anchor.start ||
    compare(one.id, other.id)
  return { notes: notes.sort(order), broken: own.length - notes.length }
}

/** Parses what a note holds; `undefined` when it is none. */
export function parseNoteContent(value: unknown): NoteContent | undefined {
  const result = v.safeParse(noteShape, value)
  return result.success ? result.output : undefined
}

/** What an entry of the desk is as a note: another program, or an attack, may have written it. */
function parseNote({ id, value }: DeskEntryOf<'note'>): DeskNote | undefined {
  const post = toPost(id)
  const content = parseNoteContent(value)
  return post && content && { id, post, ...content }
}

function toPost(id: string): PostId | undefined {
  return parsePostId(id.split(' ', 1)[0] ?? '')
}

/** Id of a new note of a post. */
export function toNoteId(post: PostId, random: string): string {
  return `${post} ${random}`
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
