/** Limits on the markup given to the browser's parser and the sanitizer: beyond them both freeze the tab. */
const maxCharacters = 4_000_000
const maxTags = 40_000
const maxDepth = 512

const voidTags = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
)
// Their end tags are optional; the parser closes them itself.
const selfClosing = new Set('p li dt dd tr td th option rt rp'.split(' '))
const tagPattern = /<(\/?)([a-z][^\s/>]{0,40})/gi

/**
 * Whether markup is too heavy to sanitize in a browser, by size, number of tags or depth. Depth is estimated as start
 * tags minus end tags of each name, in one linear scan, and errs on the safe side.
 */
export function isTooHeavy(html: string): boolean {
  if (html.length > maxCharacters) return true
  const open = new Map<string, number>()
  let tags = 0
  let depth = 0
  for (const [, slash, written = ''] of html.matchAll(tagPattern)) {
    if (++tags > 2 * maxTags) return true
    const name = written.toLowerCase()
    if (voidTags.has(name) || selfClosing.has(name)) continue
    const count = open.get(name) ?? 0
    if (slash === '/' && count === 0) continue
    open.set(name, slash === '/' ? count - 1 : count + 1)
    depth += slash === '/' ? -1 : 1
    if (depth > maxDepth) return true
  }
  return false
}
