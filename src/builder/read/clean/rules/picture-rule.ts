import { isBeaconUrl, pictureDefaults } from '#core/html/html-policy.ts'
import { toElement, type ArticleElement } from '../tree/article-tree.ts'
import { fileNameAttribute } from '../source/file-name-attribute.ts'
import { isSourceElement, sourceAttribute, type SourceElement } from '../source/source-html.ts'
import { toAttributeText } from './attribute-rule.ts'
import { readDataPicture, type DataPicture } from './data-picture.ts'
import {
  lazyAttributes,
  lazySrcsetAttributes,
  listLazyValues,
  listScripted,
  listUnknownAddresses,
} from './lazy-attributes.ts'
import {
  resolvePicture,
  type OwnPicture,
  type PictureBase,
  type ResolvedPicture,
} from './own-picture.ts'

const srcsetAttributes = ['srcset', ...lazySrcsetAttributes]
const namedAttributes: ReadonlySet<string> = new Set([
  'src',
  ...lazyAttributes,
  ...srcsetAttributes,
])

// What a script writes if it has no URL.
const brokenPattern = /\/(?:undefined|null|NaN)$/

const placeholderPattern =
  /\/(?:1x1|blank|grey|lazy(?:load)?|load(?:er|ing)|pixel|placeholder|spacer|trans(?:parent)?)[\w.-]*\.(?:gif|png|svg)(?:[?#]|$)/i
// Only creates space, whatever the page once showed in its place.
const spacerPattern =
  /\/(?:1x1|blank|clear|pixel|space|spacer|trans|transparent)(?:[-_]?(?:1x1|pixel))?\.(?:gif|png)(?:[?#]|$)/i
const decorationPattern =
  /(?:^|[^a-z])(?:avatar|badge|emoji|favicon|gravatar|icon|logo|smiley|spacer|wp-smiley)s?(?:[^a-z]|$)/i
const smallestPicture = 64

/** What is known of the address of a picture. */
export type PictureChoice =
  | { url: string; embedded?: DataPicture; own?: OwnPicture; isPreview?: true }
  /** There is a picture, but none that can be had. */
  | 'lost'
  /** Nothing that anybody sees: a tracking pixel, a spacer. */
  | undefined

// Small or blurred forms that stand in the place of a picture until it is loaded.
const previewPattern =
  /[?&,/;](?:w|width|h|height|fit|resize|size|imwidth|maxwidth)[=_]\d{1,2}(?=\D|$)|\/(?:max|fit\/[ct])\/\d{1,2}\/|(?:[?&,/;_-])(?:e_)?blur(?:red|[=_:]\d+)?(?=[^a-z]|$)|[_.-](?:lqip|tiny|preview|placeholder)(?=[_.-])|[?&](?:q|quality)=\d(?=&|$)/i
// A picture this small that is part of the text of the page, pixels.
const largestPreview = 48

/**
 * Chooses the one URL of a picture: the first usable one of `src`, the attributes of lazy loading, the largest of
 * `srcset` and of the sibling `<source>` elements, then any attribute with the address of a picture. A preview counts
 * only where there is nothing better, and so does a picture that is part of the text of the page.
 */
export function choosePictureUrl(element: SourceElement, base: PictureBase): PictureChoice {
  if (isPixel(element)) return undefined
  const isName = sourceAttribute(element, fileNameAttribute) !== undefined
  const rest: PictureRest = {}
  let isLost = false
  for (const address of listAddresses(element)) {
    if (/^\s*data:/i.test(address)) {
      const data = rest.data === undefined ? readDataPicture(address) : undefined
      if (data !== undefined && data.width * data.height > 1) rest.data = data
      else if (data === undefined) isLost = true
      continue
    }
    // The page itself is no picture.
    if (/^\s*[#?]/.test(address)) {
      isLost = true
      continue
    }
    const resolved = resolvePicture(address, base, isName)
    if (resolved === undefined || brokenPattern.test(resolved.url)) {
      isLost ||= address.trim() !== ''
      continue
    }
    const { url } = resolved
    if (isBeaconUrl(url)) return undefined
    if (placeholderPattern.test(url) || isStub(element, address)) {
      if (!spacerPattern.test(url)) rest.placeholder ??= resolved
    } else if (previewPattern.test(url)) rest.preview ??= resolved
    else return resolved
  }
  return chooseRest(element, rest, isLost)
}

// A `.gif` or `.svg` of its own name, while a script was to load something else.
function isStub(element: SourceElement, address: string): boolean {
  if (sourceAttribute(element, 'src') !== address) return false
  const [, name] = /([^/?#]+)\.(?:gif|svg)(?:[?#].*)?\s*$/i.exec(address) ?? []
  if (name === undefined) return false
  const others = listLazyValues(element).flatMap((value) => value.split(/[\s,]+/))
  return (
    others.some((other) => /[/.]/.test(other)) &&
    !others.some((other) => other.includes(`/${name}.`))
  )
}

/** Addresses that count only where there is nothing better. */
interface PictureRest {
  placeholder?: ResolvedPicture
  preview?: ResolvedPicture
  data?: DataPicture
}

function chooseRest(
  element: SourceElement,
  { placeholder, preview, data }: PictureRest,
  isLost: boolean,
): PictureChoice {
  if (preview !== undefined) return { ...preview, isPreview: true }
  if (data !== undefined) {
    const isPreview = Math.max(data.width, data.height) <= largestPreview
    return { url: data.url, embedded: data, ...(isPreview ? { isPreview } : {}) }
  }
  if (placeholder !== undefined) return placeholder
  return isLost || (sourceAttribute(element, 'alt') ?? '').trim() !== '' ? 'lost' : undefined
}

/** Builds a picture with its chosen URL, alternative text and size. */
export function cleanPicture(element: SourceElement, url: string): ArticleElement {
  const alt = toAttributeText(sourceAttribute(element, 'alt') ?? '')
  const attributes: [string, string][] = [
    ['src', url],
    ['alt', alt],
  ]
  for (const [name, pixels] of Object.entries(readSides(element))) {
    if (pixels !== undefined && pixels > 0) attributes.push([name, String(pixels)])
  }
  attributes.push(...Object.entries(pictureDefaults))
  const picture = toElement('img', attributes)
  if (isDecoration(element, url)) picture.isDecoration = true
  return picture
}

/**
 * Size of a picture from `width` and `height`, else from the `data-` attributes that the page's own script reads, on the
 * picture or its parent. Of the latter either both count or none.
 */
function readSides(element: SourceElement): {
  width?: number | undefined
  height?: number | undefined
} {
  const [width, height] = readPair(element, 'width', 'height')
  if (width !== undefined || height !== undefined) return { width, height }
  for (const candidate of [element, element.parentNode]) {
    if (candidate === null || !('tagName' in candidate)) continue
    const noted = readPair(candidate, 'data-width', 'data-height')
    if (noted.every((side) => side !== undefined)) return { width: noted[0], height: noted[1] }
  }
  return {}
}

function readPair(element: SourceElement, ...names: [string, string]): (number | undefined)[] {
  return names.map((name) => parsePixels(sourceAttribute(element, name)))
}

function* listAddresses(element: SourceElement): Generator<string> {
  const { attrs } = element
  const isNamed = attrs.filter(({ name }) => namedAttributes.has(name))
  for (const name of ['src', ...lazyAttributes]) {
    const address = isNamed.find((attribute) => attribute.name === name)?.value
    if (address === undefined) continue
    if (/^\s*[[{]|\{width\}/i.test(address)) yield* listScripted(address, element)
    else if (!/\s\d+[wx]\s*(?:,|$)/.test(address)) yield address
    // Some scripts keep the sizes of a picture under a name that means one.
    else yield* parseSrcset(address)
  }
  for (const source of [element, ...listSources(element)]) {
    for (const name of srcsetAttributes) yield* parseSrcset(sourceAttribute(source, name) ?? '')
  }
  if (attrs.length > 1) yield* listUnknownAddresses(element)
}

function listSources({ parentNode }: SourceElement): SourceElement[] {
  if (parentNode?.nodeName !== 'picture') return []
  return parentNode.childNodes
    .filter((node) => isSourceElement(node))
    .filter(({ tagName }) => tagName === 'source')
}

/** URLs of a `srcset`, the largest first. */
function parseSrcset(srcset: string): string[] {
  const candidates: { address: string; size: number }[] = []
  // A URL in a `srcset` may contain commas, but neither spaces nor a trailing comma.
  for (const match of srcset.matchAll(/([^\s,][^\s]*)(?:\s+(\d{1,6}(?:\.\d{1,4})?)[wx])?/g)) {
    const address = (match[1] ?? '').replace(/,+$/, '')
    if (!/^data:/i.test(address)) candidates.push({ address, size: Number(match[2] ?? 1) })
  }
  return candidates.toSorted((a, b) => b.size - a.size).map(({ address }) => address)
}

/** Whether an element is a tracking pixel: at most one pixel in each dimension. */
export function isPixel(element: SourceElement): boolean {
  const style = sourceAttribute(element, 'style') ?? ''
  const sizes = (['width', 'height'] as const).map(
    (name) =>
      parsePixels(sourceAttribute(element, name)) ??
      parsePixels(
        new RegExp(`(?:^|[;\\s])${name}\\s*:\\s*([\\d.]{1,8}(?:px)?)`, 'i').exec(style)?.[1],
      ),
  )
  return sizes.every((size) => size !== undefined && size <= 1)
}

/** Parses `640`, `640px` or `640.5` to whole pixels; `undefined` for percentages and anything else. */
function parsePixels(text: string | undefined): number | undefined {
  const match = /^\s*(\d{1,5})(?:\.\d{1,6})?(?:px)?\s*$/i.exec(text ?? '')
  return match ? Number(match[1]) : undefined
}

/** Whether a picture is not content: an avatar, an icon, a spacer. */
export function isDecoration(element: SourceElement, url: string): boolean {
  const sizes = [sourceAttribute(element, 'width'), sourceAttribute(element, 'height')]
    .map((size) => parsePixels(size))
    .filter((size) => size !== undefined)
  if (sizes.some((size) => size <= smallestPicture)) return true
  if (placeholderPattern.test(url)) return true
  const words = [
    sourceAttribute(element, 'class'),
    sourceAttribute(element, 'alt'),
    url.split('?')[0],
  ]
  return words.some((text) => text !== undefined && decorationPattern.test(text))
}
