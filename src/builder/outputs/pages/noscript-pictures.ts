import { pictureRoom } from '#article/lead-image.tsx'
import {
  escapeAttribute,
  pictureSource,
  readAttribute,
} from '#builder/read/clean/serialize-html.ts'

/** The site's own copy of a picture. */
interface LocalCopy {
  src: string
  /** In pixels. */
  width: number
  height: number
}

/**
 * Wraps every picture in HTML made by `serializeHtml` in `noscript`. With JavaScript, the reader's setting decides
 * which pictures are requested; without it they load as usual, from the site itself where `findLocal` knows a copy. A
 * canvas around the picture reserves its space: it has a size like a picture, and requests nothing.
 */
export function toNoscriptPictures(
  html: string,
  findLocal: (url: string) => LocalCopy | undefined = () => undefined,
): string {
  return html.replace(/<img [^<>]*>/g, (picture, at: number) => {
    let local: LocalCopy | undefined
    const moved = picture.replace(pictureSource, (same, start: string, written: string) => {
      local = findLocal(readAttribute(written))
      return local === undefined ? same : `${start}${escapeAttribute(local.src)}"`
    })
    const isAlone = standsAlone(html, at, at + picture.length)
    const room = `<canvas class="${pictureRoom}${isAlone ? ' picture-alone' : ''}"${toSides(picture, local)}>`
    return `${room}<noscript>${moved}</noscript></canvas>`
  })
}

/** The size that a picture declares, else that of its copy, as the reader does it. */
function toSides(picture: string, local: LocalCopy | undefined): string {
  const declared = ['width', 'height'].map((side) => readSide(picture, side))
  if (declared.every((side) => side === undefined)) {
    return local === undefined || local.width === 0
      ? ''
      : ` width="${local.width}" height="${local.height}"`
  }
  const [width, height] = declared
  return `${width === undefined ? '' : ` width="${width}"`}${height === undefined ? '' : ` height="${height}"`}`
}

function readSide(picture: string, name: string): string | undefined {
  return new RegExp(` ${name}="(\\d{1,5})"`).exec(picture)?.[1]
}

const boxes = /^(?:div|figure|blockquote|li|td|th|dd|p)$/
const blocks = /^(?:p|div|h[2-6]|figure|ul|ol|table|blockquote|hr|br|pre)$/

/**
 * Whether a picture, or the link that holds only it, stands between blocks. The reader inspects the tree, this the tags
 * around it.
 */
function standsAlone(html: string, start: number, end: number): boolean {
  let before = tagBefore(html, start)
  let after = tagAfter(html, end)
  if (before?.name === 'a' && !before.isEnd && after?.name === 'a' && after.isEnd) {
    before = tagBefore(html, before.at)
    after = tagAfter(html, after.at)
  }
  return isBeside(before, false) && isBeside(after, true)
}

interface NearTag {
  name: string
  isEnd: boolean
  /** Offset from which to look further. */
  at: number
}

/** The tag on one side; `undefined` at either end of the part, `null` for text. */
type Neighbour = NearTag | undefined | null

function isBeside(tag: Neighbour, isAfter: boolean): boolean {
  if (!tag) return tag === undefined
  // An end tag after it, or a start tag before it, belongs to the element around it.
  return tag.isEnd === isAfter && !/^[hb]r$/.test(tag.name)
    ? boxes.test(tag.name)
    : blocks.test(tag.name)
}

function tagBefore(html: string, start: number): Neighbour {
  let end = start
  while (end > 0 && isSpace(html, end - 1)) end--
  if (end === 0) return undefined
  if (html[end - 1] !== '>') return null
  const at = html.lastIndexOf('<', end - 1)
  return readTag(html, at, at)
}

function tagAfter(html: string, end: number): Neighbour {
  let at = end
  while (at < html.length && isSpace(html, at)) at++
  if (at === html.length) return undefined
  return html[at] === '<' ? readTag(html, at, html.indexOf('>', at) + 1) : null
}

function readTag(html: string, start: number, at: number): Neighbour {
  const [, slash, name = ''] = /^<(\/?)([a-z][a-z0-9]*)/.exec(html.slice(start, start + 16)) ?? []
  return { name, isEnd: slash === '/', at }
}

function isSpace(html: string, at: number): boolean {
  return /\s/.test(html[at] ?? '')
}
