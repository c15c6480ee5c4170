import jsonld, { type JsonLdDocument } from 'jsonld'
import { expect, test } from 'vitest'
import { parsePostId } from '#core/post/post-id.ts'
import { toAnnotations } from './annotation.ts'
import { toNoteId, type DeskNote } from './kept-notes.ts'

// Another program's reading of the file: jsonld.js makes triples of it, with the terms as the W3C recommendations "Web Annotation
// Data Model" and "Vocabulary" name them. The context itself is written here from these names: nothing is fetched.

const [oa, as, dc, dcterms, rdf] = [
  'http://www.w3.org/ns/oa#',
  'http://www.w3.org/ns/activitystreams#',
  'http://purl.org/dc/elements/1.1/',
  'http://purl.org/dc/terms/',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
]
const named = (id: string) => ({ '@id': id, '@type': '@id' })
const contextText = JSON.stringify({
  '@context': {
    id: '@id',
    type: '@type',
    Annotation: `${oa}Annotation`,
    AnnotationCollection: `${as}OrderedCollection`,
    AnnotationPage: `${as}OrderedCollectionPage`,
    SpecificResource: `${oa}SpecificResource`,
    TextualBody: `${oa}TextualBody`,
    TextQuoteSelector: `${oa}TextQuoteSelector`,
    TextPositionSelector: `${oa}TextPositionSelector`,
    first: named(`${as}first`),
    items: { ...named(`${as}items`), '@container': '@list' },
    total: `${as}totalItems`,
    startIndex: `${as}startIndex`,
    motivation: { '@id': `${oa}motivatedBy`, '@type': '@vocab' },
    purpose: { '@id': `${oa}hasPurpose`, '@type': '@vocab' },
    highlighting: `${oa}highlighting`,
    commenting: `${oa}commenting`,
    created: `${dcterms}created`,
    body: named(`${oa}hasBody`),
    value: `${rdf}value`,
    format: `${dc}format`,
    target: named(`${oa}hasTarget`),
    source: named(`${oa}hasSource`),
    styleClass: `${oa}styleClass`,
    selector: named(`${oa}hasSelector`),
    exact: `${oa}exact`,
    prefix: `${oa}prefix`,
    suffix: `${oa}suffix`,
    start: `${oa}start`,
    end: `${oa}end`,
  },
})

function makeNote(text?: string): DeskNote {
  const post = parsePostId('2020-08-30-abcdefgh')
  if (post === undefined) throw new Error('no id')
  return {
    id: toNoteId(post, text === undefined ? 'aaaa' : 'bbbb'),
    post,
    anchor: { exact: 'seventeen minutes', prefix: 'At ', suffix: ' to eleven', start: 3, end: 20 },
    color: 'green',
    text,
    made: Date.parse('2026-01-02T03:04:05Z'),
    title: 'The *lights*',
  }
}

interface Term {
  termType: string
  value: string
}
interface Quad {
  subject: Term
  predicate: Term
  object: Term
}

function loadContext(url: string) {
  if (url !== 'http://www.w3.org/ns/anno.jsonld') throw new Error(`nothing is fetched: ${url}`)
  return Promise.resolve({ documentUrl: url, document: JSON.parse(contextText) })
}

function toTermName({ termType, value }: Term): string {
  return termType === 'BlankNode' ? '_' : value
}

/** The triples of a document as `subject predicate object`, blank nodes without their numbers. */
async function readTriples(document: JsonLdDocument): Promise<string[]> {
  // Safe = an error where something of the document would be dropped.
  const options = { documentLoader: loadContext, safe: true }
  const quads: unknown = await jsonld.toRDF(document, options)
  return (quads as Quad[])
    .map(({ subject, predicate, object }) => [subject, predicate, object].map(toTermName).join(' '))
    .toSorted()
}

test('another program reads the same from a file of notes', async () => {
  const address = 'https://archive.example/posts/2020-08-30-abcdefgh'
  const document: JsonLdDocument = JSON.parse(
    JSON.stringify(toAnnotations([makeNote(), makeNote('mine')], () => address)),
  )
  const triples = await readTriples(document)
  const own = 'urn:broadsheet:note:2020-08-30-abcdefgh'
  expect(triples).toEqual(
    expect.arrayContaining([
      `_ ${rdf}type ${as}OrderedCollection`,
      `_ ${as}totalItems 2`,
      `_ ${rdf}first ${own}:aaaa`,
      `_ ${rdf}first ${own}:bbbb`,
      `${own}:aaaa ${rdf}type ${oa}Annotation`,
      `${own}:aaaa ${oa}motivatedBy ${oa}highlighting`,
      `${own}:bbbb ${oa}motivatedBy ${oa}commenting`,
      `${own}:bbbb ${dcterms}created 2026-01-02T03:04:05.000Z`,
      `${own}:bbbb urn:broadsheet:title The *lights*`,
      `_ ${oa}hasPurpose ${oa}commenting`,
      `_ ${rdf}value mine`,
      `_ ${dc}format text/plain`,
      `_ ${oa}hasSource ${address}`,
      `_ ${oa}styleClass green`,
      `_ ${rdf}type ${oa}TextQuoteSelector`,
      `_ ${oa}exact seventeen minutes`,
      `_ ${oa}prefix At `,
      `_ ${oa}suffix  to eleven`,
      `_ ${rdf}type ${oa}TextPositionSelector`,
      `_ ${oa}start 3`,
      `_ ${oa}end 20`,
    ]),
  )
})
