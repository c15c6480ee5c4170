import type { ListFormat } from './list-format.ts'
import { listProofNotes, toDateParts, type Reference, type ReferenceContext } from './reference.ts'

/**
 * CSL-JSON, an array of items as Zotero, pandoc and citeproc read them. Fields: the CSL 1.0.2 schema `csl-data.json`.
 * Authors are `literal`: what is a family name is not known.
 */
export const cslFormat: ListFormat = {
  extension: 'json',
  contentType: 'application/vnd.citationstyles.csl+json',
  head: () => '[',
  entry: (reference, context) => `\n${JSON.stringify(toItem(reference, context))}`,
  separator: ',',
  tail: '\n]\n',
}

function toItem(reference: Reference, context: ReferenceContext): object {
  const { accessed, archiveTitle } = context
  const { id, kind, title, authors, source, published, original, archive, tags, language } =
    reference
  return {
    id,
    type: kind === 'video' ? 'motion_picture' : 'webpage',
    title,
    author: authors.length === 0 ? undefined : authors.map((literal) => ({ literal })),
    'container-title': source,
    issued: published === undefined ? undefined : toDate(published),
    accessed: toDate(accessed),
    URL: original ?? archive,
    archive: archiveTitle,
    archive_location: archive,
    keyword: tags.length === 0 ? undefined : tags.join(', '),
    language,
    note: toNote(reference, context),
  }
}

function toNote(reference: Reference, context: ReferenceContext): string | undefined {
  const { sourceTime } = reference
  const time = sourceTime === undefined ? [] : [`Source's own time: ${sourceTime}`]
  const notes = [...time, ...listProofNotes(reference, context)]
  return notes.length === 0 ? undefined : notes.join('. ')
}

function toDate(published: string): object {
  return { 'date-parts': [toDateParts(published).map(Number)] }
}
