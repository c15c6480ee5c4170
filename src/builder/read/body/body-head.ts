import { cleanLabel } from '../text/clean-label.ts'

/** What mirrors write above an article: `<!--epoch-->`, `[title](address)` and a rule. */
export interface BodyHead {
  /** What the epoch comment holds, verbatim. */
  epochText?: string
  /** Title of the heading link, cleaned; may be longer than the front matter's. */
  title?: string
  /** Address of the heading link, verbatim. */
  url?: string
  /** The rest, without blank lines at its ends. */
  body: string
}

/** What is known from the front matter, to tell the post's own heading link from a link of the text. */
export interface KnownHead {
  title?: string
  sourceUrl?: string
}

const epochComment = /^\s*<!--[ \t]*(-?\d{1,17}|NaN|undefined|null|Invalid Date)[ \t]*-->/
const rule = /^\s*(?:-{3,}|={3,})[ \t]*(?:\n|$)/

/**
 * Takes the head off a body. The comment, the link and the rule are recognised only at the very start, and the link only
 * when it repeats the front matter's title or address or stands right below the comment, above the rule.
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
  /** Whether the front matter says the same. */
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

/** Where `](` parts title and address: both may hold brackets and parentheses, so the known address is looked for first. */
function findAddress(line: string, sourceUrl: string | undefined): number {
  if (sourceUrl !== undefined && line.endsWith(`](${sourceUrl})`)) {
    return line.length - sourceUrl.length - 3
  }
  const web = line.search(/\]\(\s*(?:https?:)?\/\//i)
  return web === -1 ? line.lastIndexOf('](') : web
}

/** Whether a heading's title is the front matter's, or the whole of one that was cut there. */
export function extendsTitle(whole: string, cut: string): boolean {
  const stem = toComparable(cut.replace(/(?:\u2026|\.{3})$/, ''))
  return stem !== '' && toComparable(whole).startsWith(stem)
}

// Mirrors change kinds of spaces and quotes between the two places.
function toComparable(title: string): string {
  return title.replace(/\s+/g, ' ').trim()
}
