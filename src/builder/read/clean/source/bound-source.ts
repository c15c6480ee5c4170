/** A body, divided where more elements or characters than one article may have begin. */
export interface BoundedBody {
  head: string
  /** What is shown as text; empty for nearly all bodies. */
  rest: string
}

/**
 * Most tags of one article, of start and end. 31 MB of them took 3.9 GB and 95 s; of seven thousand real posts none
 * has more than 6,700, nor more than 25,500 marks.
 */
export const mostTags = 120_000
/** Most lines and signs of Markdown, or lines of plain text. One gives up to two tags, and takes longer than a tag. */
export const mostMarks = 80_000

/**
 * Most characters of one article as it is written, besides files that are embedded in it. 31 MB of text without tags took
 * up to 3 GB and 35 s, as addresses that become links; the longest of seven thousand real posts has 670,000 characters.
 */
export const mostCharacters = 2_000_000

const embedded = /data:(?:image|audio|video|font|application)\/[\w+.;=-]{1,99},[\w+/=%-]*/gi
/** What stands before an address of Markdown and after it, and before one that is defined on a line of its own. */
const address = { before: /\]\(\s*<?$/, after: /^>?\s*[)"'(]/ }
const definition = /(?:^|\n)\[[^\n]*\]:\s*<?$/
const placeCharacters = 1_000
const tag = /<[a-z/!?]/gi
const mark = /[\n#$*<=[\]^_`{|~]/g
const line = /\n/g

/**
 * Divides a body of any form, by the number of its tags, marks or lines, and by its length. Linear, and quick for short
 * bodies.
 */
export function boundBody(body: string, form: 'html' | 'markdown' | 'text'): BoundedBody {
  const longest = findLongest(body)
  const text = body.length === longest ? body : body.slice(0, longest)
  const end =
    form === 'html'
      ? findEnd(text, tag, mostTags)
      : findEnd(text, form === 'markdown' ? mark : line, mostMarks)
  if (end === body.length) return { head: body, rest: '' }
  const isAtTag = form === 'html' && end < text.length
  const cut = isAtTag ? end : findBreak(body, end, form)
  return { head: body.slice(0, cut), rest: body.slice(cut) }
}

/** Where the most characters end. Embedded files have bounds of their own and are not torn. */
function findLongest(text: string): number {
  if (text.length <= mostCharacters) return text.length
  let end = mostCharacters
  for (const { index, 0: file } of text.matchAll(embedded)) {
    if (index > end) break
    const before = text.slice(Math.max(0, index - placeCharacters), index)
    const last = index + file.length
    if (isPlace(before, text.slice(last, last + placeCharacters))) end += file.length
  }
  return Math.min(end, text.length)
}

/** Where the first sign beyond the most stands, else the length. */
function findEnd(text: string, sign: RegExp, most: number): number {
  if (text.length <= most) return text.length
  let count = 0
  for (const { index } of text.matchAll(sign)) if (++count > most) return index
  return text.length
}

/** Whether a file may be embedded between these texts: in a tag, or as an address of Markdown. Anywhere else it is text. */
function isPlace(before: string, after: string): boolean {
  if (/<[a-z]/i.test(before.slice(before.lastIndexOf('>') + 1))) return true
  return (address.before.test(before) && address.after.test(after)) || definition.test(before)
}

/** A tag, paragraph, line or word is not torn, unless it is long, and a character never. */
function findBreak(text: string, end: number, form: 'html' | 'markdown' | 'text'): number {
  const near = text.slice(Math.max(0, end - longestTail), end)
  const breaks = form === 'html' ? ['<', '\n', ' '] : ['\n\n', '\n', ' ']
  const at = breaks.map((one) => near.lastIndexOf(one)).find((place) => place > 0)
  if (at !== undefined) return end - near.length + at
  return /[\ud800-\udbff]/.test(text[end - 1] ?? '') ? end - 1 : end
}

const longestTail = 20_000
