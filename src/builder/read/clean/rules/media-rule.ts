import { toElement, type ArticleElement } from '../tree/article-tree.ts'
import { isSourceElement, sourceAttribute, type SourceElement } from '../source/source-html.ts'
import { parseMediaUrl } from './source-url.ts'

const filePattern = /\.(?:aac|flac|m4a|m4v|mov|mp3|mp4|oga|ogg|ogv|opus|wav|weba|webm)$/i
const typePattern = /^(?:audio|video)\/[\w.+-]{1,40}$/i

/**
 * Builds an audio or video player that loads nothing until it is played; `undefined` if there is no direct https file.
 * Drops the poster, which would be requested with the page.
 */
export function cleanMedia(
  element: SourceElement,
  tag: 'audio' | 'video',
  baseUrl: string | undefined,
): ArticleElement | undefined {
  const files = [element, ...element.childNodes.filter((node) => isSourceElement(node))]
    .filter((candidate) => candidate === element || candidate.tagName === 'source')
    .map((candidate) => toFile(candidate, baseUrl))
    .filter((file) => file !== undefined)
  const [first] = files
  if (!first) return undefined
  const attributes: [string, string][] = [
    ['controls', ''],
    ['preload', 'none'],
  ]
  for (const name of tag === 'video' ? ['width', 'height'] : []) {
    const size = sourceAttribute(element, name) ?? ''
    if (/^[1-9]\d{0,4}$/.test(size)) attributes.push([name, size])
  }
  // Only a `source` can carry a type, which a URL without a file extension needs.
  if (files.length === 1 && first.type === undefined) {
    return toElement(tag, [...attributes, ['src', first.url]])
  }
  const sources = files.map((file) => toElement('source', toSourceAttributes(file)))
  return toElement(tag, attributes, sources)
}

interface MediaFile {
  url: string
  type?: string
}

function toFile(element: SourceElement, baseUrl: string | undefined): MediaFile | undefined {
  const address = sourceAttribute(element, 'src') ?? sourceAttribute(element, 'data-src') ?? ''
  const url = parseMediaUrl(address, baseUrl)
  if (url === undefined) return undefined
  const type = sourceAttribute(element, 'type') ?? ''
  if (typePattern.test(type)) return { url, type }
  return filePattern.test(new URL(url).pathname) ? { url } : undefined
}

function toSourceAttributes({ url, type }: MediaFile): [string, string][] {
  return type === undefined
    ? [['src', url]]
    : [
        ['src', url],
        ['type', type],
      ]
}
