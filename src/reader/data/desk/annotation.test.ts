import { expect, test } from 'vitest'
import { AnchorText } from '#core/anchor/anchor-text.ts'
import { parsePostId, type PostId } from '#core/post/post-id.ts'
import { parseAnnotations, toAnnotations } from './annotation.ts'
import { toNoteId, type DeskNote } from './kept-notes.ts'
import { toNotesMarkdown } from './notes-markdown.ts'

function toId(text: string): PostId {
  const id = parsePostId(text)
  if (id === undefined) throw new Error(text)
  return id
}

const post = toId('2020-08-30-abcdefgh')
const text =
  'At seventeen minutes to eleven all eleven lanterns were lit at once. Nobody made a speech.'
const toAddress = (id: PostId) => `https://archive.example/posts/${id}`

function makeNote(id: string, more: Partial<DeskNote> = {}): DeskNote {
  const anchor = new AnchorText(text).anchor({ start: 3, end: 20 })
  if (anchor === undefined) throw new Error('no anchor')
  return {
    id: toNoteId(post, id),
    post,
    anchor,
    color: 'green',
    made: Date.parse('2026-01-02T03:04:05Z'),
    title: 'The *lights*',
    ...more,
  }
}

const notes = [makeNote('aaaa'), makeNote('bbbb', { text: 'mine\n# and more', color: 'red' })]

test('notes come back from their document as they were', () => {
  const document: unknown = JSON.parse(JSON.stringify(toAnnotations(notes, toAddress)))
  const { notes: read, skipped } = parseAnnotations(document)
  expect(skipped).toBe(0)
  expect(read.map(({ id, content }) => Object.assign({ id, post }, content))).toEqual(notes)
})

test('an annotation has the selectors of the W3C model', () => {
  expect(toAnnotations(notes, toAddress)).toMatchObject({
    type: 'AnnotationCollection',
    total: 2,
    first: {
      type: 'AnnotationPage',
      items: [
        {
          type: 'Annotation',
          motivation: 'highlighting',
          created: '2026-01-02T03:04:05.000Z',
          target: {
            source: toAddress(post),
            selector: [
              { type: 'TextQuoteSelector', exact: 'seventeen minutes', prefix: 'At ' },
              { type: 'TextPositionSelector', start: 3, end: 20 },
            ],
          },
        },
        { motivation: 'commenting', body: { type: 'TextualBody', value: 'mine\n# and more' } },
      ],
    },
  })
})

test.each([
  [
    'one of another program',
    [
      {
        target: {
          source: `${toAddress(post)}/`,
          selector: { type: 'TextQuoteSelector', exact: 'lit at once' },
        },
        bodyValue: 'yes',
      },
    ],
    1,
    0,
  ],
  [
    'a page of another site',
    [
      {
        target: {
          source: 'https://x.example/',
          selector: { type: 'TextQuoteSelector', exact: 'a' },
        },
      },
    ],
    0,
    1,
  ],
  [
    'no quote',
    [{ target: { source: toAddress(post), selector: { type: 'CssSelector', value: 'p' } } }],
    0,
    1,
  ],
  [
    'a broken proof',
    [
      {
        target: { source: toAddress(post), selector: { type: 'TextQuoteSelector', exact: 'a' } },
        'broadsheet:proof': { sizes: 'x' },
      },
    ],
    0,
    1,
  ],
  ['a number', 7, 0, 1],
])('of %s notes and what is not one are counted', (_, document, found, skipped) => {
  const read = parseAnnotations(document)
  expect([read.notes.length, read.skipped]).toEqual([found, skipped])
  expect(parseAnnotations(document)).toEqual(read)
})

test('Markdown has a heading an article, and nothing of a note is markup', () => {
  expect(toNotesMarkdown(notes, toAddress)).toBe(
    [
      String.raw`## [The \*lights\*](${toAddress(post)})`,
      '',
      '> seventeen minutes',
      '',
      '> seventeen minutes',
      '',
      'mine',
      String.raw`\# and more`,
      '',
    ].join('\n'),
  )
})
