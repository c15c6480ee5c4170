import type { ListFormat } from './list-format.ts'
import {
  listProofNotes,
  toDateParts,
  toSingleLine,
  type Reference,
  type ReferenceContext,
} from './reference.ts'

/**
 * RIS, as reference managers import it: a tag of two characters, two spaces, a hyphen and the value a line, CRLF; from
 * `TY` to `ER`. The types are `ELEC` and `VIDEO`. The day is `YYYY/MM/DD/`, with parts that are not known left empty.
 */
export const risFormat: ListFormat = {
  extension: 'ris',
  contentType: 'application/x-research-info-systems;charset=utf-8',
  entry: (reference, context) =>
    toTags(reference, context)
      .flatMap(([tag, value]) => (value === undefined ? [] : toRisLine(tag, value)))
      .join('') + toRisLine('ER', ''),
  separator: '\r\n',
  tail: '',
}

type Tag = readonly [tag: string, value: string | undefined]

function toTags(reference: Reference, context: ReferenceContext): Tag[] {
  const { id, kind, title, authors, source, published, sourceTime } = reference
  const { original, archive, tags, language } = reference
  const { archiveTitle, accessed } = context
  const [year, month = '', day = ''] = toDateParts(published)
  return [
    ['TY', kind === 'video' ? 'VIDEO' : 'ELEC'],
    ['TI', title],
    // A comma would part family and given name.
    ...authors.map((name): Tag => ['AU', name.replaceAll(',', ' ')]),
    ['T2', source],
    ['PY', year],
    ['DA', year === undefined ? undefined : `${year}/${month}/${day}/`],
    ['Y2', `${accessed.replaceAll('-', '/')}/`],
    ['UR', original ?? archive],
    ['N1', sourceTime === undefined ? undefined : `Source's own time: ${sourceTime}`],
    ['N1', original === undefined ? undefined : `Archived in ${archiveTitle}: ${archive}`],
    ...listProofNotes(reference, context).map((note): Tag => ['N1', note]),
    ...tags.map((tag): Tag => ['KW', tag]),
    ['LA', language],
    ['DB', archiveTitle],
    ['AN', id],
  ]
}

function toRisLine(tag: string, value: string): string {
  return `${tag}  - ${toSingleLine(value)}\r\n`
}
