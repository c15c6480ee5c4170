import * as v from 'valibot'
import { parsePostId, type PostId } from '#core/post/post-id.ts'
import { toTextDigest } from '#core/text/text-digest.ts'
import {
  noteColors,
  parseNoteContent,
  toNoteId,
  type DeskNote,
  type NoteContent,
} from './kept-notes.ts'

/** Where the words that W3C Web Annotation lacks are named; nothing is fetched from there. */
const own = 'urn:broadsheet:'

const context = [
  'http://www.w3.org/ns/anno.jsonld',
  {
    broadsheet: own,
    'broadsheet:proof': { '@type': '@json' },
  },
]

/**
 * Notes as a document of W3C Web Annotation (JSON-LD): quote and position as its selectors, the colour as style class, and
 * in words of our own what finds them again in a changed text.
 * @param toAddress - the full address of a post.
 */
export function toAnnotations(
  notes: readonly DeskNote[],
  toAddress: (post: PostId) => string,
): unknown {
  const items = notes.map((note) => toAnnotation(note, toAddress(note.post)))
  return {
    '@context': context,
    type: 'AnnotationCollection',
    total: items.length,
    first: { type: 'AnnotationPage', startIndex: 0, items },
  }
}

function toAnnotation({ id, anchor, color, text, made, title, version }: DeskNote, source: string) {
  const { exact, prefix, suffix, start, end, proof } = anchor
  return {
    id: `${own}note:${id.replace(' ', ':')}`,
    type: 'Annotation',
    motivation: text === undefined ? 'highlighting' : 'commenting',
    created: new Date(made).toISOString(),
    ...(text === undefined
      ? {}
      : {
          body: { type: 'TextualBody', value: text, format: 'text/plain', purpose: 'commenting' },
        }),
    target: {
      type: 'SpecificResource',
      source,
      styleClass: color,
      selector: [
        { type: 'TextQuoteSelector', exact, prefix, suffix },
        { type: 'TextPositionSelector', start, end },
      ],
    },
    'broadsheet:title': title,
    ...(version === undefined ? {} : { 'broadsheet:version': version }),
    ...(proof === undefined ? {} : { 'broadsheet:proof': proof }),
  }
}

const quoteShape = v.object({
  type: v.literal('TextQuoteSelector'),
  exact: v.string(),
  prefix: v.optional(v.string(), ''),
  suffix: v.optional(v.string(), ''),
})
const positionShape = v.object({
  type: v.literal('TextPositionSelector'),
  start: v.number(),
  end: v.number(),
})

const oneOrMore = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value])

const annotationShape = v.object({
  id: v.optional(v.string()),
  created: v.optional(v.string()),
  body: v.optional(v.unknown()),
  bodyValue: v.optional(v.string()),
  target: v.object({
    source: v.string(),
    styleClass: v.optional(v.string()),
    selector: v.pipe(v.unknown(), v.transform(oneOrMore)),
  }),
  'broadsheet:title': v.optional(v.string()),
  'broadsheet:version': v.optional(v.string()),
  'broadsheet:proof': v.optional(v.unknown()),
})

const bodyShape = v.object({ value: v.string() })

/** A note of a file, and the id that it gets here: the same file gives the same ids. */
export interface ReadAnnotation {
  id: string
  content: NoteContent
}

/** Reads the notes of a document, whichever program wrote it. What is not a note of a post is counted. */
export function parseAnnotations(document: unknown): { notes: ReadAnnotation[]; skipped: number } {
  const items = listItems(document)
  const notes = items.flatMap((item) => parseAnnotation(item) ?? [])
  return { notes, skipped: items.length - notes.length }
}

function listItems(document: unknown): unknown[] {
  if (Array.isArray(document)) return document
  const found = v.safeParse(
    v.union([
      v.object({ first: v.object({ items: v.array(v.unknown()) }) }),
      v.object({ items: v.array(v.unknown()) }),
    ]),
    document,
  )
  if (!found.success) return [document]
  return 'first' in found.output ? found.output.first.items : found.output.items
}

function parseAnnotation(item: unknown): ReadAnnotation | undefined {
  const result = v.safeParse(annotationShape, item)
  if (!result.success) return undefined
  const { id, created, body, bodyValue, target, ...named } = result.output
  const post = toPostOf(target.source)
  const quote = target.selector.flatMap((one) => parseWith(quoteShape, one) ?? [])[0]
  const position = target.selector.flatMap((one) => parseWith(positionShape, one) ?? [])[0]
  if (post === undefined || quote === undefined) return undefined
  const { exact, prefix, suffix } = quote
  const made = Date.parse(created ?? '')
  const content = parseNoteContent({
    anchor: {
      exact,
      prefix,
      suffix,
      start: position?.start ?? 0,
      end: position?.end ?? 0,
      proof: named['broadsheet:proof'],
    },
    color: noteColors.find((color) => color === target.styleClass) ?? 'yellow',
    text: bodyValue ?? oneOrMore(body).flatMap((one) => parseWith(bodyShape, one) ?? [])[0]?.value,
    made: Number.isNaN(made) ? 0 : made,
    title: named['broadsheet:title'] ?? post,
    version: named['broadsheet:version'],
  })
  return content && { id: toOwnId(post, id, exact + prefix + suffix), content }
}

function parseWith<T>(shape: v.GenericSchema<unknown, T>, value: unknown): T | undefined {
  const result = v.safeParse(shape, value)
  return result.success ? result.output : undefined
}

/** The post at the end of an address. */
function toPostOf(address: string): PostId | undefined {
  const [, id = ''] = /\/posts\/([^/?#]+)\/?(?:index\.html)?(?:[?#].*)?$/.exec(address) ?? []
  return parsePostId(id)
}

/** A note of ours keeps its id; that of another program gets one of what it says. */
function toOwnId(post: PostId, id: string | undefined, words: string): string {
  const start = `${own}note:${post}:`
  const rest = id?.startsWith(start) === true ? id.slice(start.length) : ''
  return toNoteId(
    post,
    /^\w{1,40}$/.test(rest) ? rest : toTextDigest(`${id} ${words}`).toString(36),
  )
}
