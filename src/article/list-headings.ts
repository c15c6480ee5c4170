import { idPrefix } from '#core/html/html-policy.ts'
import { stripTags } from '#core/text/plain-text.ts'

/** A heading of an article that can be linked to. */
export interface Heading {
  /** Its id without the prefix that all ids in articles have. */
  name: string
  /** 1 for the top-level headings of the article. */
  depth: number
  text: string
}

const headingPattern = new RegExp(`<h([2-6])(?: [^<>]*?)? ?id="${idPrefix}([^"<>]{1,200})"`, 'g')
// Anything longer is not a heading, nor is a longer list a table of contents.
const longestHeading = 4_000
const mostHeadings = 300

/**
 * Returns the headings of an article that have ids from the builder, as plain text; empty if there are fewer than
 * three. Linear in the size of the parts, whatever they contain.
 */
export function listLinkedHeadings(parts: readonly string[]): Heading[] {
  const found: { name: string; level: number; text: string }[] = []
  for (const part of parts) {
    for (const { index, 1: level = '', 2: name = '' } of part.matchAll(headingPattern)) {
      const heading = part.slice(index, index + longestHeading)
      const end = heading.indexOf(`</h${level}>`)
      const text = end === -1 ? '' : stripTags(heading.slice(0, end)).replaceAll('\n', ' ')
      if (text !== '') found.push({ name, level: Number(level), text })
      if (found.length === mostHeadings) return toHeadings(found)
    }
  }
  return found.length < 3 ? [] : toHeadings(found)
}

function toHeadings(found: { name: string; level: number; text: string }[]): Heading[] {
  const outermost = Math.min(...found.map(({ level }) => level))
  return found.map(({ name, level, text }) => ({ name, text, depth: level - outermost + 1 }))
}
