import { isSourceElement, sourceAttribute, type SourceNode } from '../source/source-html.ts'
import { parseHtmlUrl } from './source-url.ts'

/**
 * What the addresses of a page are relative to: its first `base` element if it has one with a web address, else its own
 * URL.
 * @param html the page before it was parsed: most have no such element, and are not searched.
 */
export function findBaseUrl(
  html: string,
  nodes: readonly SourceNode[],
  pageUrl: string | undefined,
): string | undefined {
  if (!/<base\s/i.test(html)) return pageUrl
  const href = findBase(nodes)
  const url = href === undefined ? undefined : parseHtmlUrl(href.trim(), pageUrl)
  return url !== undefined && /^https?:$/.test(url.protocol) ? url.href : pageUrl
}

function findBase(nodes: readonly SourceNode[]): string | undefined {
  for (const node of nodes) {
    if (!isSourceElement(node)) continue
    const href = node.tagName === 'base' ? sourceAttribute(node, 'href') : findBase(node.childNodes)
    if (href !== undefined) return href
  }
  return undefined
}
