import { cleanLabel } from '../text/clean-label.ts'

/** The header that mirrors write above an article: `<!--epoch-->`, `[title](url)` and a horizontal rule. */
export interface BodyHead {
  /** Content of the epoch comment, verbatim. */
  epochText?: string
  /** Title of the heading link, cleaned; may be longer than the one in the front matter. */
  title?: string
  /** URL of the heading link, verbatim. */
  url?: string
  /** The rest, without leading and trailing blank lines. */
  body: string
}

/** Values from the front matter that tell the post's own heading link from a link in the text. */
export interface KnownHead {
  title?: string
  sourceUrl?: string
}

const epochComment = /^\s*<!--[ \t]*(-?\d{1,17}|NaN|undefined|null|Invalid Date)[ \t]*-->/
const rule = /^\s*(?:-{3,}|={3,})[ \t]*(?:\n|$)/

/**
 * Splits the head off a body. Comment, link and rule count only at the very start. The link counts only if it repeats the
 * title or URL of the front matter, or if it sits between the comment and the rule.
 */
export function splitBodyHead(body: string, known: KnownHead): BodyHead {
  const comment = epochComment.exec(body)
  const epochText = comment?.[1]
  let rest = comment ? body.slice(comment[0].length) : body
  const link = splitHeadLink(rest, known)
  const isHead = link && (link.repeats || (epochText !== undefined && rule.test(link.rest)))
  if (isHead) rest = link.rest
  const line = rule.exec(rest)
  if (line && (isHead || epochText !== undefined)) rest = rest.slice(line[0].length)
  return {
    ...(epochText === undefined ? {} : { epochText }),
    ...(isHead && link.title !== '' ? { title: link.title } : {}),
    ...(isHead ? { url: link.url } : {}),
    body: rest.replace(/^(?:[ \t]*\n)+/, '').trimEnd(),
  }
}

interface HeadLink {
  title: string
  url: string
  /** Whether title or URL match the front matter. */
  repeats: boolean
  rest: string
}

function splitHeadLink(text: string, known: KnownHead): HeadLink | undefined {
  const start = text.search(/\S/)
  if (start === -1 || text[start] !== '[') return undefined
  const found = text.indexOf('\n', start)
  const end = found === -1 ? text.length : found
  const line = text.slice(start, end).trimEnd()
  if (!line.endsWith(')')) return undefined
  const cut = findAddress(line, known.sourceUrl)
  if (cut === -1) return undefined
  const title = cleanLabel(line.slice(1, cut))
  const url = line.slice(cut + 2, -1).trim()
  const repeats =
    url === known.sourceUrl || (known.title !== undefined && extendsTitle(title, known.title))
  return { title, url, repeats, rest: text.slice(end) }
}

/**
 * Index of the `](` between title and URL, -1 if there is none. Both may contain brackets and parentheses, so the known
 * URL is tried first.
 */
function findAddress(line: string, sourceUrl: string | undefined): number {
  if (sourceUrl !== undefined && line.endsWith(`](${sourceUrl})`)) {
    return line.length - sourceUrl.length - 3
  }
  const web = line.search(/\]\(\s*(?:https?:)?\/\//i)
  return web === -1 ? line.lastIndexOf('](') : web
}

/** Whether the title of a heading equals the one in the front matter, or is the full form of one truncated there. */
export function extendsTitle(whole: string, cut: string): boolean {
  const stem = toComparable(cut.replace(/(?:\u2026|\.{3})$/, ''))
  return stem !== '' && toComparable(whole).startsWith(stem)
}

// Mirrors write different kinds of spaces in the two places.
function toComparable(title: string): string {
  return title.replace(/\s+/g, ' ').trim()
}
