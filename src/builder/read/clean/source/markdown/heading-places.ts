import type { Token } from 'markdown-it'

/**
 * Gives a heading without an id the one that GitHub, kramdown, Hugo and Hexo give it, nearly alike: its text in lower
 * case, hyphens for spaces and nothing for other signs; a number tells equal ones apart.
 */
export function nameHeading(
  heading: Token,
  inline: Token | undefined,
  used: Map<string, number>,
): void {
  if (heading.attrGet('id') !== null) return
  const name = toHeadingId(toText(inline))
  if (name === '') return
  const times = used.get(name) ?? 0
  used.set(name, times + 1)
  heading.attrSet('id', times === 0 ? name : `${name}-${times}`)
}

/** The id of a heading with this text, if no other has it. */
export function toHeadingId(text: string): string {
  return text
    .toLowerCase()
    .trim()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- \t]/gu, '')
    .replace(/[ \t]/g, '-')
}

/** The contents of a document as a list of links: headings below h1 unless there is no other. */
export function buildContents(tokens: readonly Token[]): string {
  const items: string[] = []
  let depth = 0
  const levels: number[] = []
  for (const [at, token] of tokens.entries()) {
    const id = token.type === 'heading_open' ? token.attrGet('id') : null
    if (id === null) continue
    const level = Number(token.tag.slice(1))
    while (levels.length > 0 && (levels.at(-1) ?? 0) > level) levels.pop()
    if (levels.at(-1) !== level) levels.push(level)
    const step = levels.length
    items.push(step > depth ? '<ul>'.repeat(step - depth) : '</ul>'.repeat(depth - step))
    depth = step
    items.push(
      `<li><a href="#${encodeURIComponent(id)}">${escape(toText(tokens[at + 1]))}</a></li>`,
    )
  }
  return items.join('') + '</ul>'.repeat(depth)
}

function toText(inline: Token | undefined): string {
  return (inline?.children ?? [])
    .filter(({ type }) => type === 'text' || type === 'code_inline')
    .map(({ content }) => content)
    .join('')
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
