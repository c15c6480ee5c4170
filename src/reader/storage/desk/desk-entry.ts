import * as v from 'valibot'
import { postId } from '#contract/shapes.ts'
import type { PostId } from '#core/post/post-id.ts'

/** How a post came to count as read. */
export const markStates = ['opened', 'finished', 'read'] as const

/** Milliseconds since 1970; 0 = nobody knows. */
const instantMs = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(0),
  v.check((at) => at <= 8.64e15),
)

/** An id that is not a post's: letters, figures and signs that need no escape, with spaces between its parts. */
const ownId = v.pipe(v.string(), v.maxLength(200), v.regex(/^[\w.:-]+(?: [\w.:-]+)*$/))

/** Name of a kind, also of one that only newer versions know. */
const kindName = v.pipe(v.string(), v.regex(/^[a-z][a-z-]{0,39}$/))

const line = v.pipe(v.string(), v.maxLength(500))
const text = v.pipe(v.string(), v.maxLength(20_000))

/** What an entry of each kind holds. A new field is optional: older entries stay. */
export const deskShapes = {
  /** That a post was read. Its id is the post's; who marks it unread removes the entry. */
  mark: v.picklist(markStates),
  /** That a post was saved. Its id is the post's; the title names it where the archive no longer has it. */
  saved: v.object({ title: v.optional(line) }),
  /** A list that somebody named. */
  list: v.object({ name: line }),
  /** A post of a named list. Its id is `<list id> <post id>`; items are ordered by `order`, then by id. */
  'list-item': v.object({
    order: v.pipe(v.number(), v.finite()),
    title: v.optional(line),
    /** Where versions before `list-note` kept the note. */
    note: v.optional(text),
  }),
  /** The note to a post of a named list, with the item's id: a register of its own, so that a move elsewhere leaves it. */
  'list-note': v.object({ text }),
  /** Where somebody stopped in an article. Its id is the post's. */
  place: v.record(v.string(), v.unknown()),
  /** A highlight or a note in an article. Its id begins with the post's, and a space. */
  note: v.record(v.string(), v.unknown()),
  /** An entry of a kind that this version does not know. Its id is `<kind> <id>`; it is kept and passed on as it is. */
  foreign: v.unknown(),
} as const

/** Kinds of entries of a desk. */
export type DeskKind = keyof typeof deskShapes

/** The value of an entry, by its kind. */
export type DeskValues = { [K in DeskKind]: v.InferOutput<(typeof deskShapes)[K]> }

interface DeskIds {
  mark: PostId
  saved: PostId
  list: string
  'list-item': string
  'list-note': string
  place: PostId
  note: string
  foreign: string
}

/** What an entry of one kind is, or is to be. */
export interface DeskChangeOf<K extends DeskKind> {
  readonly kind: K
  readonly id: DeskIds[K]
  /** Absent = removed. That it was removed is kept: another device may still have it. */
  readonly value?: DeskValues[K] | undefined
}

/** What is to become of an entry. */
export type DeskChange = { [K in DeskKind]: DeskChangeOf<K> }[DeskKind]

/** An entry of one kind. */
export interface DeskEntryOf<K extends DeskKind> extends DeskChangeOf<K> {
  /** When it was last changed on any device, milliseconds since 1970; 0 = nobody knows. */
  readonly at: number
}

/** A register of a desk: whoever wrote last wins, see `merge-entries.ts`. */
export type DeskEntry = { [K in DeskKind]: DeskEntryOf<K> }[DeskKind]

type KnownKind = Exclude<DeskKind, 'foreign'>

// One parser a kind, instead of `v.variant`: what is used of valibot anywhere lies in the first script.
const parsers: { readonly [K in KnownKind]: (stored: unknown) => DeskEntry | undefined } = {
  mark: toParser(v.object({ kind: v.literal('mark'), ...toFields(postId, deskShapes.mark) })),
  saved: toParser(v.object({ kind: v.literal('saved'), ...toFields(postId, deskShapes.saved) })),
  list: toParser(v.object({ kind: v.literal('list'), ...toFields(ownId, deskShapes.list) })),
  'list-item': toParser(
    v.object({ kind: v.literal('list-item'), ...toFields(ownId, deskShapes['list-item']) }),
  ),
  'list-note': toParser(
    v.object({ kind: v.literal('list-note'), ...toFields(ownId, deskShapes['list-note']) }),
  ),
  place: toParser(v.object({ kind: v.literal('place'), ...toFields(postId, deskShapes.place) })),
  note: toParser(v.object({ kind: v.literal('note'), ...toFields(ownId, deskShapes.note) })),
}

function toFields<I extends v.GenericSchema, V extends v.GenericSchema>(id: I, value: V) {
  return { id, at: instantMs, value: v.optional(value) }
}

function toParser(shape: v.GenericSchema<unknown, DeskEntry>) {
  return (stored: unknown): DeskEntry | undefined => {
    const result = v.safeParse(shape, stored)
    return result.success ? result.output : undefined
  }
}

const foreignShape = v.object({ ...toFields(ownId, v.unknown()), kind: kindName })

function parseForeign(stored: unknown): DeskEntry | undefined {
  const result = v.safeParse(foreignShape, stored)
  if (!result.success || result.output.kind === 'foreign') return undefined
  const { kind, id, at, value } = result.output
  return { kind: 'foreign', id: `${kind} ${id}`, at, value }
}

/** An entry as it is stored and passed on: one of an unknown kind has its own name again. */
export function toRecord(entry: DeskEntry): DeskRecord {
  if (entry.kind !== 'foreign') return entry
  const space = entry.id.indexOf(' ')
  return { ...entry, kind: entry.id.slice(0, space), id: entry.id.slice(space + 1) }
}

/** What a database, another tab or a file holds of an entry. */
export interface DeskRecord {
  readonly kind: string
  readonly id: string
  readonly at: number
  readonly value?: unknown
}

/** Parses a record; `undefined` = it is none. */
export function parseDeskEntry(stored: unknown): DeskEntry | undefined {
  const { kind } =
    typeof stored === 'object' && stored !== null && 'kind' in stored ? stored : { kind: '' }
  return isKnown(kind) ? parsers[kind](stored) : parseForeign(stored)
}

function isKnown(kind: unknown): kind is KnownKind {
  return typeof kind === 'string' && Object.hasOwn(parsers, kind)
}
