import { outgoingLink } from '#core/html/html-policy.ts'
import { parseVideoUrl, toWatchUrl } from '#core/address/video-url.ts'
import { toElement, toText, type ArticleElement } from '../tree/article-tree.ts'
import { isSourceElement, sourceAttribute, type SourceElement } from '../source/source-html.ts'
import { isPixel } from './picture-rule.ts'
import { parseHtmlUrl } from './source-url.ts'

const addressAttributes = ['src', 'data-src', 'data-lazy-src', 'data-original', 'data']

/**
 * Builds the placeholder for an `iframe`, `embed` or `object`: a figure with a link to the watch page of a known player,
 * else a paragraph with a link labelled with its host. Returns `undefined` for a frame without URL or with no more than
 * one pixel.
 */
export function cleanFrame(
  element: SourceElement,
  baseUrl: string | undefined,
): ArticleElement | undefined {
  if (isPixel(element)) return undefined
  const url = findFrameUrl(element, baseUrl)
  if (!url) return undefined
  const inner = url.hostname.endsWith('.embedly.com') ? findEmbedlyUrl(url) : url
  const video = parseVideoUrl(inner.href)
  if (!video) return toStandIn('p', inner.href, inner.hostname)
  const watchUrl = toWatchUrl(video)
  return toStandIn('figure', watchUrl, watchUrl.replace(/^https:\/\/(?:www\.)?/, ''))
}

function toStandIn(tag: 'figure' | 'p', url: string, label: string): ArticleElement {
  const link = toElement('a', [['href', url], ...Object.entries(outgoingLink)], [toText(label)])
  return { ...toElement(tag, [], [link]), isStandIn: true }
}

function findFrameUrl(element: SourceElement, baseUrl: string | undefined): URL | undefined {
  for (const name of addressAttributes) {
    const address = sourceAttribute(element, name)?.trim() ?? ''
    if (address === '') continue
    const url = parseHtmlUrl(address.startsWith('//') ? `https:${address}` : address, baseUrl)
    if (url && /^https?:$/.test(url.protocol)) return url
  }
  // An `object` may have its URL only in a child.
  for (const child of element.childNodes) {
    if (!isSourceElement(child)) continue
    const isMovie = sourceAttribute(child, 'name')?.toLowerCase() === 'movie'
    const address = child.tagName === 'param' && isMovie ? sourceAttribute(child, 'value') : ''
    const url = address === undefined || address === '' ? undefined : parseHtmlUrl(address, baseUrl)
    if (url && /^https?:$/.test(url.protocol)) return url
    if (child.tagName === 'embed') return findFrameUrl(child, baseUrl)
  }
  return undefined
}

/** Embedly wraps another frame; its own URL means nothing to a reader. */
function findEmbedlyUrl(url: URL): URL {
  const candidates = ['src', 'url']
    .map((name) => parseHtmlUrl(url.searchParams.get(name) ?? '', undefined))
    .filter((inner) => inner !== undefined && /^https?:$/.test(inner.protocol))
  const player = candidates.find((inner) => inner !== undefined && parseVideoUrl(inner.href))
  return player ?? candidates.at(-1) ?? url
}
