import { isSourceElement, toSourceText } from '../source/source-html.ts'
import type { SourceElement, SourceNode } from '../source/source-html.ts'

const labelPattern = /^(?:h[1-6]|a)$/
const fileNamePattern = /^[^\s/]{1,200}\.(?:jpe?g|png|gif|webp)$/i
// For each file a CMS outputs a heading, the picture and perhaps a line below it, nothing more.
const mostSiblings = 8
const mostNodes = 30

/** Whether an element of the source is a picture that will be shown. */
type PictureTest = (element: SourceElement) => boolean

/**
 * Whether the element at `at` is just the file name of the picture that follows it. CMSs output these for their file
 * lists and hide them on the page.
 */
export function isPictureName(
  siblings: readonly SourceNode[],
  at: number,
  isPicture: PictureTest,
): boolean {
  const label = siblings[at]
  if (label === undefined || !isSourceElement(label) || siblings.length > mostSiblings) return false
  if (!labelPattern.test(label.tagName)) return false
  const said = listContents(label, isPicture)
  const isName = said.length === 1 && said[0] !== 'picture' && fileNamePattern.test(said[0] ?? '')
  if (!isName) return false
  return siblings
    .slice(at + 1)
    .flatMap((node) => listContents(node, isPicture).slice(0, 1))
    .slice(0, 1)
    .includes('picture')
}

/** Returns what the start of an element shows, in order: trimmed texts, and `picture` for each picture. */
function listContents(root: SourceNode, isPicture: PictureTest): string[] {
  const contents: string[] = []
  let nodesLeft = mostNodes
  const visit = (node: SourceNode) => {
    if (nodesLeft-- <= 0) return
    if (!isSourceElement(node)) {
      const text = toSourceText(node)?.trim() ?? ''
      if (text !== '') contents.push(text)
    } else if (isPicture(node)) contents.push('picture')
    else {
      for (const child of node.childNodes) {
        if (nodesLeft <= 0) break
        visit(child)
      }
    }
  }
  visit(root)
  if (nodesLeft <= 0) contents.push('and more')
  return contents
}
