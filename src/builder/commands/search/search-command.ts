import { parseQuery } from '#search/query/parse-query.ts'
import type { QueryNote } from '#search/query/search-query.ts'
import { findPosts, type FoundPost, type SearchAnswer } from './find-posts.ts'
import { SiteFiles } from '../built-site/site-files.ts'
import type { ConsoleIo } from '../console/console-io.ts'
import { toTerminalJson, toTerminalText } from '#builder/ground/text/terminal-text.ts'

/** Output options. */
export interface SearchFlags {
  /** Most hits to print. */
  limit: number
  json?: true
}

/** Searches a built site. Returns the exit code: success even without a match, failure for a query without a term. */
export async function runSearch(
  folder: string,
  text: string,
  { flags, io }: { flags: SearchFlags; io: ConsoleIo },
): Promise<number> {
  const site = await SiteFiles.open(folder)
  const query = parseQuery(text)
  const isNothing = query.clauses.length === 0
  const sentences = new Set(query.notes.map(toSentence))
  if (isNothing) sentences.add(toSentence({ code: 'nothing-searchable' }))
  for (const sentence of sentences) io.err(`broadsheet: ${sentence}`)
  const answer = await findPosts(site, query, flags.limit)
  if (flags.json === true) io.out(toTerminalJson(answer))
  else for (const line of toLines(answer)) io.out(line)
  return isNothing ? 1 : 0
}

function toLines({ total, hits }: SearchAnswer): string[] {
  const shown = hits.length < total ? `, the best ${hits.length} of them` : ''
  return [`${total} ${total === 1 ? 'hit' : 'hits'}${shown}`, ...hits.flatMap(toHitLines)]
}

function toHitLines({ id, title, sourceUrl, snippet, ...hit }: FoundPost): string[] {
  const lines = [sourceUrl, snippet].flatMap((text) => toTerminalText(text ?? '') || [])
  return [
    '',
    toTerminalText(title ?? '') || 'No title',
    ...[`${hit.publishedAt ?? hit.publishedOn ?? 'No date'}  ${id}`, ...lines].map(
      (line) => `  ${line}`,
    ),
  ]
}

function toSentence(note: QueryNote): string {
  const { code } = note
  if (code === 'value-missing') return `Nothing follows "${note.field}:", so it was ignored.`
  if (code === 'operator-alone') {
    return `${note.operator} has nothing to join, so it was ignored. Quote it to search for the word.`
  }
  if (code !== 'date-unknown') return noteSentences[code]
  return `"${toTerminalText(note.text)}" is not a date, so "${note.field}:" was ignored. Write 2022, 2022-11 or 2022-11-24.`
}

type PlainCode = Exclude<QueryNote['code'], 'value-missing' | 'date-unknown' | 'operator-alone'>

const noteSentences: Record<PlainCode, string> = {
  'unclosed-quote':
    'A quotation mark is not closed: everything after it is searched for as one phrase.',
  'bracket-unclosed': 'A bracket is not closed: everything after it counts as in brackets.',
  'bracket-unopened': 'A closing bracket has no opening one, so it was ignored.',
  'too-deep': 'Brackets within more than 16 others were ignored.',
  'nothing-searchable': 'There are no letters or digits to search for.',
  'signs-ignored': 'A part without letters or digits was ignored.',
  'too-many-clauses': 'Only the first 32 conditions are searched for.',
  'too-long': 'The query is very long: only its beginning is searched for.',
}
