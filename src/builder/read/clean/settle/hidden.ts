import {
  isSourceElement,
  sourceAttribute,
  toSourceText,
  type SourceElement,
  type SourceNode,
} from '../source/source-html.ts'
import { toOwnId } from '../rules/source-url.ts'
import { findElement } from './source-nodes.ts'
import { isLazy } from '../rules/lazy-attributes.ts'

const skippedStyle = /(?:^|;)\s*content-visibility\s*:\s*hidden\b/i
const displayStyle = /(?:^|;)\s*display\s*:\s*([a-z-]+)\s*(!\s*important)?/gi
const invisibleStyle = /(?:^|;)\s*visibility\s*:\s*(?:hidden|collapse)\b/i

/** Whether an element says of itself that the page does not show it. */
export function isHidden(element: SourceElement): boolean {
  let hides = element.tagName === 'dialog'
  for (const { name, value } of element.attrs) {
    if (name === 'open' && element.tagName === 'dialog') hides = false
    else if (name === 'hidden') hides ||= value.trim().toLowerCase() !== 'until-found'
    else if (name === 'style') hides ||= isHidingStyle(value, element)
    else if (name === 'popover') hides = true
    else if (name === 'display' && element.tagName === 'svg') hides ||= /^\s*none\b/i.test(value)
    else if (name === 'type' && element.tagName === 'input') hides ||= /^hidden$/i.test(value)
  }
  // Pictures that a script loads are hidden until then.
  return hides && !(element.tagName === 'img' && isLazy(element))
}

/** What is invisible may hold what is visible again; what takes no room may not. */
function isHidingStyle(written: string, element: SourceElement): boolean {
  const style = written.includes('/*') ? written.replace(/\/\*[^]*?\*\//g, '') : written
  if (skippedStyle.test(style) || hasNoDisplay(style)) return true
  return invisibleStyle.test(style) && findElement(element, isVisible) === undefined
}

/** Of several declarations the last counts, unless another is important. */
function hasNoDisplay(style: string): boolean {
  const found = [...style.matchAll(displayStyle)]
  const last = found.findLast(([, , important]) => important !== undefined) ?? found.at(-1)
  return last?.[1]?.toLowerCase() === 'none'
}

function isVisible(element: SourceElement): boolean {
  return /(?:^|;)\s*visibility\s*:\s*visible\b/i.test(sourceAttribute(element, 'style') ?? '')
}

/** What a script shows once a page is loaded is an article, of more characters than this without white space. */
const leastArticle = 300

/**
 * Tells which of the elements that a page hides are shown all the same; `undefined` where none of those found is. Those
 * that a link of the page leads into, because it shows them; and all where most of a text of some length would go: then a
 * script shows it.
 */
export function findShown(
  found: ReadonlySet<SourceElement>,
  nodes: readonly SourceNode[],
): ((element: SourceElement) => boolean) | undefined {
  if (found.size === 0) return undefined
  const targets = listTargets(nodes)
  const hidden = new Set([...found].filter((element) => !holdsTarget(element, targets)))
  const count = { all: 0, hidden: 0 }
  for (const node of nodes) countText(node, hidden, { count, isInside: false })
  if (count.hidden > leastArticle && count.hidden * 2 > count.all) return () => true
  return hidden.size === found.size ? undefined : (element) => holdsTarget(element, targets)
}

function listTargets(nodes: readonly SourceNode[], into = new Set<string>()): ReadonlySet<string> {
  for (const node of nodes) {
    if (!isSourceElement(node)) continue
    for (const name of ['href', 'data-target', 'data-bs-target']) {
      const value = sourceAttribute(node, name)
      if (value?.startsWith('#') === true && value.length > 1) into.add(toOwnId(value.slice(1)))
    }
    listTargets(node.childNodes, into)
  }
  return into
}

function holdsTarget(element: SourceElement, targets: ReadonlySet<string>): boolean {
  if (targets.size === 0) return false
  for (const name of ['id', 'name']) {
    const value = sourceAttribute(element, name)
    if (value !== undefined && targets.has(toOwnId(value))) return true
  }
  return element.childNodes.some((child) => isSourceElement(child) && holdsTarget(child, targets))
}

interface Counting {
  count: { all: number; hidden: number }
  isInside: boolean
}

function countText(
  node: SourceNode,
  hidden: ReadonlySet<SourceElement>,
  { count, isInside }: Counting,
): void {
  if (!isSourceElement(node)) {
    const length = toSourceText(node)?.replace(/\s+/g, '').length ?? 0
    count.all += length
    if (isInside) count.hidden += length
    return
  }
  if (/^(?:script|style|template)$/.test(node.tagName)) return
  const inside = { count, isInside: isInside || hidden.has(node) }
  for (const child of node.childNodes) countText(child, hidden, inside)
}
