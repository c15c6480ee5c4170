import { findHashtags } from '#core/text/hashtag.ts'
import { buildElement } from '../elements/build-element.ts'

const skipped = 'a, pre, code, button'

/** Turns the hashtags in a description into links. Works on text nodes only and writes no markup. */
export function linkHashtags(root: DocumentFragment, toHref: (name: string) => string): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const found: Text[] = []
  while (walker.nextNode()) {
    if (walker.currentNode instanceof Text) found.push(walker.currentNode)
  }
  for (const node of found) {
    const tags = findHashtags(node.data)
    if (tags.length === 0 || node.parentElement?.closest(skipped)) continue
    const pieces: (Node | string)[] = []
    let done = 0
    for (const { start, end, name } of tags) {
      const link = buildElement('a', { href: toHref(name) }, node.data.slice(start, end))
      pieces.push(node.data.slice(done, start), link)
      done = end
    }
    node.replaceWith(...[...pieces, node.data.slice(done)].filter((piece) => piece !== ''))
  }
}
