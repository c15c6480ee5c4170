import { blockTags } from '#core/html/html-policy.ts'

const blocks: ReadonlySet<string> = new Set(blockTags)
const voidTags: ReadonlySet<string> = new Set(['br', 'col', 'hr', 'img', 'source', 'wbr'])

/**
 * Truncates HTML made by `serializeHtml` after the last block that ends within `longest` code units, and closes the
 * open elements. `undefined` when not even one block fits.
 */
export function cutHtml(html: string, longest: number): string | undefined {
  const open: string[] = []
  let cut: { end: number; open: string[] } | undefined
  for (const match of html.matchAll(/<(\/?)([a-z\d]+)[^<>]*>/g)) {
    const [whole, slash, tag = ''] = match
    const end = match.index + whole.length
    if (end > longest) break
    if (slash === '/') open.pop()
    else if (!voidTags.has(tag)) open.push(tag)
    if (slash === '/' && blocks.has(tag)) cut = { end, open: [...open] }
  }
  if (cut === undefined) return undefined
  const closing = cut.open.toReversed().map((tag) => `</${tag}>`)
  return html.slice(0, cut.end) + closing.join('')
}
