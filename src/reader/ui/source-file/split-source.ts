/**
 * A piece of a source file: `head` is its front matter; `markup` tags and addresses of links; `comment` and `code` (scripts,
 * styles and their like) no reader of the page saw; `text` is what the page shows. Joined they are the file.
 */
export interface SourcePiece {
  kind: 'head' | 'markup' | 'comment' | 'code' | 'text'
  text: string
}

const mostHead = 65_536

/** Elements whose content is no text of the page. */
const codeTag = /^<(script|style|template|noembed|iframe|object|svg|math)\b/i

/** The address behind the words of a link in Markdown, and lines that only define addresses. */
const linkPattern =
  /\]\([^()\s]{0,2000}(?:\s+"[^"\n]{0,300}")?\)|^ {0,3}\[[^\]\n]{1,200}\]:.{0,2000}$/gm

/**
 * Splits a post file. It reads HTML as far as it takes to tell text from markup, in time that grows with the file; nothing
 * of the file is run or becomes a document.
 */
export function splitSource(text: string): SourcePiece[] {
  const pieces: SourcePiece[] = []
  const add = (kind: SourcePiece['kind'], end: number) => {
    if (end <= at) return
    if (kind === 'text') pieces.push(...splitLinks(text.slice(at, end)))
    else pieces.push({ kind, text: text.slice(at, end) })
    at = end
  }
  let at = 0
  add('head', findHeadEnd(text))
  for (;;) {
    const open = findTag(text, at)
    add('text', open)
    if (open === text.length) return pieces
    if (text.startsWith('<!--', open)) {
      add('comment', toEnd(text, '-->', open + 4))
      continue
    }
    const end = findTagEnd(text, open)
    const name = codeTag.exec(text.slice(open, open + 12))?.[1]
    const isClosed = text.startsWith('/>', end - 2)
    if (name === undefined || isClosed) add('markup', end)
    else add('code', findCodeEnd(text, name, end))
  }
}

/** Where the next tag, comment or declaration begins; the length of the text when there is none. */
function findTag(text: string, from: number): number {
  for (let at = text.indexOf('<', from); at >= 0; at = text.indexOf('<', at + 1)) {
    if (/[a-z/!?]/i.test(text.charAt(at + 1))) return at
  }
  return text.length
}

/** A quoted value may hold `>`. Without an end the rest of the file is part of the tag, as for a browser. */
function findTagEnd(text: string, open: number): number {
  for (let at = open + 1; at < text.length; at++) {
    const sign = text.charAt(at)
    if (sign === '>') return at + 1
    if ((sign === '"' || sign === "'") && text.charAt(at - 1) === '=') {
      at = toEnd(text, sign, at + 1) - 1
    }
  }
  return text.length
}

function findCodeEnd(text: string, name: string, from: number): number {
  const ends = new RegExp(`</${name}\\b`, 'gi')
  ends.lastIndex = from
  const found = ends.exec(text)
  return found === null ? text.length : findTagEnd(text, found.index)
}

/** Where a sign that is looked for ends; the length of the text when it does not come. */
function toEnd(text: string, sign: string, from: number): number {
  const at = text.indexOf(sign, from)
  return at < 0 ? text.length : at + sign.length
}

function splitLinks(text: string): SourcePiece[] {
  const pieces: SourcePiece[] = []
  let done = 0
  for (const { index, 0: link } of text.matchAll(linkPattern)) {
    if (index > done) pieces.push({ kind: 'text', text: text.slice(done, index) })
    pieces.push({ kind: 'markup', text: link })
    done = index + link.length
  }
  if (done < text.length) pieces.push({ kind: 'text', text: text.slice(done) })
  return pieces
}

const fences: Readonly<Record<string, RegExp>> = {
  '---': /^(?:-{3,}|\.\.\.)[ \t]*$/gm,
  '+++': /^\+\+\+[ \t]*$/gm,
  ';;;': /^;{3,}[ \t]*$/gm,
  '{': /^\}[ \t]*$/gm,
}

/** Where the front matter ends, in the forms that most files have; 0 when it is not found. */
function findHeadEnd(text: string): number {
  const start = text.search(/\S/)
  if (start < 0) return 0
  const first = text.slice(start, start + 3)
  const isKeys = /^[\w-]{1,40}[ \t]*:/.test(text.slice(start, start + 60))
  const fence = isKeys ? '---' : first.startsWith('{') ? '{' : first
  const pattern = Object.hasOwn(fences, fence) ? fences[fence] : undefined
  if (pattern === undefined) return 0
  const head = text.slice(0, start + mostHead).replace(/\r\n?/g, (end) => end.replace(/\r/g, '\n'))
  const ends = new RegExp(pattern.source, pattern.flags)
  ends.lastIndex = start + (isKeys ? 0 : 3)
  const end = ends.exec(head)
  return end === null ? 0 : end.index + end[0].length
}
