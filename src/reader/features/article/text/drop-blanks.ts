/** Elements that make a block worth keeping without text. */
const content = 'img, audio, video, hr, table, [id]'

/**
 * Removes blocks that contain only white space: sources use them as spacing, and the page has its own. Inner blocks go
 * first, so that each check needs to inspect only a block's own children, however deeply they are nested.
 */
export function dropBlanks(root: DocumentFragment): void {
  for (const block of [...root.querySelectorAll('p, div, h2, h3, h4, h5, h6')].reverse()) {
    if (block.id === '' && [...block.childNodes].every(isBlank)) block.remove()
  }
}

function isBlank(node: Node): boolean {
  if (!(node instanceof Element)) return node.textContent?.trim() === ''
  return node.childElementCount === 0 && !node.matches(content) && node.textContent.trim() === ''
}
