import { parseQuery } from '#search/query/parse-query.ts'
import { findPosts, type FoundPost, type SearchAnswer } from './find-posts.ts'
import { sayQueryNotes } from '../built-site/query-notes.ts'
import { SiteFiles } from '../built-site/site-files.ts'
import type { ConsoleIo } from '../console/console-io.ts'
import { toTerminalJson } from '#builder/ground/text/terminal-text.ts'

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
  const isNothing = sayQueryNotes(query, io)
  const answer = await findPosts(site, query, flags.limit)
  if (flags.json === true) io.lines(toTerminalJson(answer))
  else for (const line of toLines(answer)) io.out(line)
  return isNothing ? 1 : 0
}

function toLines({ total, hits }: SearchAnswer): string[] {
  const shown = hits.length < total ? `, the best ${hits.length} of them` : ''
  return [`${total} ${total === 1 ? 'hit' : 'hits'}${shown}`, ...hits.flatMap(toHitLines)]
}

function toHitLines({ id, title, sourceUrl, snippet, ...hit }: FoundPost): string[] {
  const lines = [sourceUrl, snippet].flatMap((text) => toOneLine(text) || [])
  return [
    '',
    toOneLine(title) || 'No title',
    ...[`${hit.publishedAt ?? hit.publishedOn ?? 'No date'}  ${id}`, ...lines].map(
      (line) => `  ${line}`,
    ),
  ]
}

function toOneLine(text = ''): string {
  return text.replace(/\s+/gu, ' ').trim()
}
