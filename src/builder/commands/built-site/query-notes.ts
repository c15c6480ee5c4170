import type { QueryNote, SearchQuery } from '#search/query/search-query.ts'
import type { ConsoleIo } from '../console/console-io.ts'

/** Says on the error stream what of a query was not understood. Returns whether it has no term to search for. */
export function sayQueryNotes(query: SearchQuery, io: ConsoleIo): boolean {
  const isNothing = query.clauses.length === 0
  const sentences = new Set(query.notes.map(toSentence))
  if (isNothing) sentences.add(toSentence({ code: 'nothing-searchable' }))
  for (const sentence of sentences) io.err(`broadsheet: ${sentence}`)
  return isNothing
}

function toSentence(note: QueryNote): string {
  const { code } = note
  if (code === 'value-missing') return `Nothing follows "${note.field}:", so it was ignored.`
  if (code === 'operator-alone') {
    return `${note.operator} has nothing to join, so it was ignored. Quote it to search for the word.`
  }
  if (code !== 'date-unknown') return noteSentences[code]
  return `"${note.text}" is not a date, so "${note.field}:" was ignored. Write 2022, 2022-11 or 2022-11-24.`
}

type PlainCode = Exclude<QueryNote['code'], 'value-missing' | 'date-unknown' | 'operator-alone'>

const noteSentences: Record<PlainCode, string> = {
  'unclosed-quote':
    'A quotation mark is not closed: everything after it is searched for as one phrase.',
  'bracket-unclosed': 'A bracket is not closed: everything after it counts as in brackets.',
  'bracket-unopened': 'A closing bracket has no opening one, so it was ignored.',
  'too-deep': 'Brackets within more than 16 others were ignored.',
  'nothing-searchable': 'There are no letters, digits or emoji to search for.',
  'signs-ignored': 'A part without letters, digits or emoji was ignored.',
  'too-many-clauses': 'Only the first 32 conditions are searched for.',
  'too-long': 'The query is very long: only its beginning is searched for.',
}
