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

type BodyForm = 'html' | 'markdown' | 'text'

/** Only base64 counts, and not what stands before it: anything else may be words. */
const embedded =
  /(data:(?:image|audio|video|font|application)\/[\w+.-]{1,60}(?:;[\w.=-]{1,30})?;base64,)[\w+/=%-]+/gi
/** What stands before an address of Markdown and after it, and before one that is defined on a line of its own. */
const address = { before: /\](?=\(\s{0,9}<?$)/, after: /^>?\s{0,9}[)"'(]/ }
const definition = /(?:^|\n)\[[^\n]*\]:\s*<?$/
/** Attributes whose values are words, up to the place in one. */
const words = /\b(?:alt|title|aria-label)\s{0,9}=\s{0,9}(?:"[^"]*|'[^']*|[^\s"']*)$/i
const placeCharacters = 1_000
const tag = /<[a-z/!?]/gi
const mark = /[\n#$*<=[\]^_`{|~]/g
const line = /\n/g

/**
 * Divides a body of any form, by the number of its tags, marks or lines, and by its length. Linear, and quick for short
 * bodies.
 */
export function boundBody(body: string, form: BodyForm): BoundedBody {
  const longest = findLongest(body, form)
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
function findLongest(text: string, form: BodyForm): number {
  if (text.length <= mostCharacters || form === 'text') return Math.min(text.length, mostCharacters)
  let end = mostCharacters
  for (const { index, 0: file, 1: head = '' } of text.matchAll(embedded)) {
    if (index > end) break
    const before = text.slice(Math.max(0, index - placeCharacters), index)
    const last = index + file.length
    const isFile =
      isInTag(before) ||
      (form === 'markdown' && isAddress(before, text.slice(last, last + placeCharacters)))
    if (isFile) end += file.length - head.length
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

/** Whether a text ends in a tag, where a file may be embedded; not in an attribute whose value is shown. */
function isInTag(before: string): boolean {
  const tail = before.slice(before.lastIndexOf('>') + 1)
  const start = tail.search(/<[a-z]/i)
  return start >= 0 && !words.test(tail.slice(start))
}

/** Whether an address of Markdown stands between these texts. Without the bracket that opens its words it is text. */
function isAddress(before: string, after: string): boolean {
  if (definition.test(before)) return true
  const close = before.search(address.before)
  if (close < 0 || !address.after.test(after)) return false
  let depth = 1
  for (let at = close - 1; at >= 0; at--) {
    const sign = before[at]
    if (sign === ']') depth++
    else if (sign === '[' && --depth === 0) return true
  }
  return false
}

/** A tag, paragraph, line or word is not torn, unless it is long, and a character never. */
function findBreak(text: string, end: number, form: BodyForm): number {
  const near = text.slice(Math.max(0, end - longestTail), end)
  const breaks = form === 'html' ? ['<', '\n', ' '] : ['\n\n', '\n', ' ']
  const at = breaks.map((one) => near.lastIndexOf(one)).find((place) => place > 0)
  if (at !== undefined) return end - near.length + at
  return /[\ud800-\udbff]/.test(text[end - 1] ?? '') ? end - 1 : end
}

const longestTail = 20_000
