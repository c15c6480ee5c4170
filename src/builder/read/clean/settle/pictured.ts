import { lazyAttributes } from '../rules/lazy-attributes.ts'
import { sourceAttribute, type SourceElement } from '../source/source-html.ts'
import { findElement, holdsWords, makeSourceElement, toLine } from './source-nodes.ts'

const background =
  /(?:^|;)\s*background(?:-image)?\s*:[^;]*?\burl\(\s*(?:"([^"]*)"|'([^']*)'|([^\s"')]+))/i
const addressAttributes = ['data-bg', 'data-background-image', 'data-background', ...lazyAttributes]

/**
 * The picture that an element without content calls itself (`role="img"` with a label): the one in its background, else
 * its words alone. `undefined` for any other element.
 */
export function settlePictured(element: SourceElement): SourceElement | undefined {
  if (sourceAttribute(element, 'role')?.trim().toLowerCase() !== 'img') return undefined
  if (element.tagName === 'img' || element.tagName === 'svg') return undefined
  const label = toLine(
    sourceAttribute(element, 'aria-label') ?? sourceAttribute(element, 'title') ?? '',
  )
  if (label === '' || holdsWords(element)) return undefined
  if (findElement(element, isShown) !== undefined || hasLabelAround(element, label))
    return undefined
  const picture = makeSourceElement('img', { ...toSource(element), alt: label }, [])
  picture.parentNode = element.parentNode
  return picture
}

function toSource(element: SourceElement): { src?: string } {
  const [, ...written] = background.exec(sourceAttribute(element, 'style') ?? '') ?? []
  const lazy = addressAttributes.map((name) => sourceAttribute(element, name)?.trim())
  const src = [...written, ...lazy].find((address) => address !== undefined && address !== '')
  return src === undefined ? {} : { src }
}

function isShown({ tagName }: SourceElement): boolean {
  return /^(?:audio|canvas|embed|iframe|img|object|picture|svg|video)$/.test(tagName)
}

/** Among more nodes it is not looked for: each picture of a long row would look at the whole row. */
const mostBeside = 32

/** Whether the words stand beside it anyway, as those of a sign before a word do. */
function hasLabelAround({ parentNode }: SourceElement, label: string): boolean {
  if (parentNode === null || parentNode.childNodes.length > mostBeside) return false
  return toLine(
    parentNode.childNodes.map((node) => ('value' in node ? node.value : '')).join(' '),
  ).includes(label)
}
