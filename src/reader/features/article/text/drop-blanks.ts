/** Elements that are worth their room without a word. */
const content = 'img, audio, video, hr, table, [id]'

/**
 * Takes out blocks that hold nothing but white space: sources use them as spacing, the page has its own. Inner blocks
 * go first, so that each one looks at its own children only, however deep they lie.
 */
export function dropBlanks(root: DocumentFragment): void {
  for (const block of [...root.querySelectorAll('p, div, h2, h3, h4, h5, h6')].toReversed()) {
    if (block.id === '' && [...block.childNodes].every(isBlank)) block.remove()
  }
}

function isBlank(node: Node): boolean {
  if (!(node instanceof Element)) return node.textContent?.trim() === ''
  return node.childElementCount === 0 && !node.matches(content) && node.textContent.trim() === ''
}
