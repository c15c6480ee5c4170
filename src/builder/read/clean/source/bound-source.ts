/** A body, divided where more elements than one article may have begin. */
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

const tag = /<[a-z/!?]/gi
const mark = /[\n#$*<=[\]^_`{|~]/g
const line = /\n/g

/** Divides a body of any form, by the number of its tags, marks or lines. Linear, and quick for short bodies. */
export function boundBody(body: string, form: 'html' | 'markdown' | 'text'): BoundedBody {
  const end =
    form === 'html'
      ? findEnd(body, tag, mostTags)
      : findEnd(body, form === 'markdown' ? mark : line, mostMarks)
  if (end === body.length) return { head: body, rest: '' }
  const cut = form === 'html' ? end : findBreak(body, end)
  return { head: body.slice(0, cut), rest: body.slice(cut) }
}

/** Where the first sign beyond the most stands, else the length. */
function findEnd(text: string, sign: RegExp, most: number): number {
  if (text.length <= most) return text.length
  let count = 0
  for (const { index } of text.matchAll(sign)) if (++count > most) return index
  return text.length
}

/** A paragraph or line is not torn, unless it is long. */
function findBreak(text: string, end: number): number {
  const near = text.slice(Math.max(0, end - longestTail), end)
  const at = Math.max(near.lastIndexOf('\n\n'), 0) || Math.max(near.lastIndexOf('\n'), 0)
  return at === 0 ? end : end - near.length + at
}

const longestTail = 20_000
