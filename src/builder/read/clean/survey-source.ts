import { droppedTags } from '#core/html/html-policy.ts'
import { pairFootnotes, type FootnoteLink } from './rules/footnote-rule.ts'
import { isPictureName } from './rules/picture-name.ts'
import { findPictureDoubles } from './rules/picture-doubles.ts'
import { toPictureKey } from './rules/picture-key.ts'
import type { DataPicture } from './rules/data-picture.ts'
import {
  isOnlyOwn,
  mostOwnPictures,
  type OwnPicture,
  type PictureBase,
} from './rules/own-picture.ts'
import { choosePictureUrl, isDecoration } from './rules/picture-rule.ts'
import { findRepeatedTitle } from './rules/repeated-title.ts'
import { parseLinkTarget, toOwnId } from './rules/source-url.ts'
import {
  isSourceElement,
  sourceAttribute,
  toHtmlTag,
  toSourceText,
  type SourceElement,
  type SourceNode,
} from './source/source-html.ts'

/** Facts about a whole article that are needed before its first element can be cleaned. */
export interface SourceSurvey {
  /** Ids that links in the article point to. */
  anchors: Set<string>
  /** Links with the address of the article's own page to a place that the article does not have. */
  outerLinks: ReadonlySet<SourceElement>
  /** Pictures to show, each with its chosen URL. */
  pictures: Map<SourceElement, string>
  /** Pictures of which no address is any use. */
  lost: Set<SourceElement>
  /** Pictures that are part of the text of the page, by their URL. */
  embedded: Map<string, DataPicture>
  /** Pictures that may lie in the folders of the archive, by their URL. */
  own: Map<string, OwnPicture>
  /** Repaired footnote links. */
  footnotes: ReadonlyMap<SourceElement, FootnoteLink>
}

/** What the addresses of a page are relative to, and what it does not show. */
export interface SurveyContext {
  baseUrl: string | undefined
  /** The same for its pictures; only `baseUrl` when absent. */
  pictureBase?: PictureBase
  /** What links are relative to where that is not known. */
  linkUrl?: string | undefined
  /** URL of the page itself, if its `base` says that addresses are relative to another one. */
  pageUrl?: string | undefined
  hidden?: ReadonlySet<SourceElement>
}

/** Finds elements that only repeat the post's title, or the file name of the picture below them. */
export function findRepeats(
  nodes: readonly SourceNode[],
  title: string | undefined,
  pictures: SourceSurvey['pictures'],
): Set<SourceElement> {
  const repeats = new Set<SourceElement>()
  const visitAll = (siblings: readonly SourceNode[]) => {
    for (const [at, node] of siblings.entries()) {
      if (!isSourceElement(node)) continue
      if (isPictureName(siblings, at, (element) => pictures.has(element))) repeats.add(node)
      else visitAll(node.childNodes)
    }
  }
  visitAll(nodes)
  const heading = findRepeatedTitle(nodes, title)
  if (heading) repeats.add(heading)
  return repeats
}

/** The pictures in a `noscript`, and the pictures right before and after it. */
interface Twin {
  pictures: SourceElement[]
  neighbours: SourceElement[]
}

const blindTags: ReadonlySet<string> = new Set(droppedTags.filter((tag) => tag !== 'noscript'))

/** Surveys a parsed article: link targets, footnotes, and which of a lazy picture and its `noscript` twin to show. */
export function surveySource(
  nodes: readonly SourceNode[],
  { baseUrl, linkUrl = baseUrl, pageUrl, hidden = new Set(), pictureBase }: SurveyContext,
): SourceSurvey {
  const base = pictureBase ?? { baseUrl, isMirrored: true, hasBase: true }
  const anchors = new Set<string>()
  const pictures = new Map<SourceElement, string>()
  const lost = new Set<SourceElement>()
  const previews = new Set<SourceElement>()
  const embedded = new Map<string, DataPicture>()
  const own = new Map<string, OwnPicture>()
  const twins: Twin[] = []
  const placeLinks: SourceElement[] = []
  /** Returns whether the picture can be had: not where it is one too many. */
  const noteOwn = (node: SourceElement, picture: OwnPicture) => {
    if (own.has(picture.url)) return true
    if (own.size >= mostOwnPictures) return !isOnlyOwn(picture)
    const isSign = isDecoration(node, picture.url)
    own.set(picture.url, { ...picture, ...(isSign ? { isSign } : {}) })
    return true
  }
  const visit = (node: SourceNode, twin: Twin | undefined) => {
    if (!isSourceElement(node) || hidden.has(node)) return
    const tag = toHtmlTag(node)
    if (tag !== undefined && blindTags.has(tag)) return
    if (tag === 'img') {
      const choice = choosePictureUrl(node, base)
      const isBeyond =
        typeof choice === 'object' && choice.own !== undefined && !noteOwn(node, choice.own)
      if (choice === 'lost' || isBeyond) lost.add(node)
      else if (choice !== undefined) {
        pictures.set(node, choice.url)
        twin?.pictures.push(node)
        if (choice.isPreview === true) previews.add(node)
        if (choice.embedded !== undefined) embedded.set(choice.url, choice.embedded)
      }
    }
    // Most links have no fragment: parsing their URL twice would cost more than everything else here.
    if (tag === 'a' && !twin && sourceAttribute(node, 'href')?.includes('#') === true) {
      placeLinks.push(node)
    }
    visitAll(node.childNodes, twin)
  }
  const visitAll = (siblings: readonly SourceNode[], around: Twin | undefined) => {
    for (const [at, node] of siblings.entries()) {
      const isTwin = !around && isSourceElement(node) && node.tagName === 'noscript'
      const twin = isTwin ? { pictures: [], neighbours: listNeighbours(siblings, at) } : around
      if (isTwin && twin) twins.push(twin)
      visit(node, twin)
    }
  }
  visitAll(nodes, undefined)
  settleTwins(twins, { pictures, lost, previews })
  if (lost.size > 0 && pictures.size > 0) dropLostDoubles(lost, pictures)
  for (const double of findPictureDoubles(nodes, pictures, previews)) pictures.delete(double)
  const outerLinks = new Set<SourceElement>()
  let ids: ReadonlySet<string> | undefined
  for (const link of placeLinks) {
    const target = parseLinkTarget(sourceAttribute(link, 'href') ?? '', baseUrl ?? linkUrl, pageUrl)
    if (target?.kind !== 'anchor') continue
    if (target.url === undefined || (ids ??= listIds(nodes)).has(target.id)) anchors.add(target.id)
    else outerLinks.add(link)
  }
  const footnotes = pairFootnotes(placeLinks, nodes)
  return { anchors, outerLinks, pictures, lost, embedded, own, footnotes }
}

/** The names of all places that a link can lead to. */
function listIds(nodes: readonly SourceNode[], into = new Set<string>()): ReadonlySet<string> {
  for (const node of nodes) {
    if (!isSourceElement(node)) continue
    for (const name of [sourceAttribute(node, 'id'), sourceAttribute(node, 'name')]) {
      if (name !== undefined) into.add(toOwnId(name))
    }
    listIds(node.childNodes, into)
  }
  return into
}

interface PreviewSet {
  /** Small or blurred forms of other pictures. */
  previews: ReadonlySet<SourceElement>
}

/** Deletes from `lost` what has a picture with the same words beside it, or in a wrapper beside it. */
function dropLostDoubles(
  lost: Set<SourceElement>,
  pictures: ReadonlyMap<SourceElement, string>,
): void {
  const said = new Map<SourceElement['parentNode'], Set<string>>()
  for (const picture of pictures.keys()) {
    const { parentNode } = picture
    const outer = parentNode !== null && 'parentNode' in parentNode ? parentNode.parentNode : null
    for (const box of [parentNode, outer]) {
      if (box === null) continue
      const words = said.get(box) ?? new Set()
      said.set(box, words.add(sourceAttribute(picture, 'alt') ?? ''))
    }
  }
  for (const element of lost) {
    const alt = sourceAttribute(element, 'alt') ?? ''
    if (alt !== '' && said.get(element.parentNode)?.has(alt) === true) lost.delete(element)
  }
}

/** Deletes one of each pair of twins from `pictures`, and from `lost` those that have a twin. */
function settleTwins(
  twins: readonly Twin[],
  { pictures, lost, previews }: Pick<SourceSurvey, 'pictures' | 'lost'> & PreviewSet,
): void {
  for (const { neighbours, pictures: own } of twins) {
    if (own.length > 0) for (const neighbour of neighbours) lost.delete(neighbour)
  }
  if (twins.every((twin) => twin.pictures.length === 0)) return
  const hidden = new Set(twins.flatMap((twin) => twin.pictures))
  const shown = new Set<string>()
  for (const [picture, url] of pictures) if (!hidden.has(picture)) shown.add(toPictureKey(url))
  for (const { neighbours, pictures: candidates } of twins) {
    for (const candidate of candidates) {
      const key = toPictureKey(pictures.get(candidate) ?? '')
      const neighbour = neighbours.find((picture) => pictures.has(picture))
      const isPreview = neighbour !== undefined && previews.has(neighbour)
      if (shown.has(key) && !(isPreview && !previews.has(candidate))) pictures.delete(candidate)
      // The page shows the one in `noscript` without JavaScript, so that is the real picture and the other a preview.
      else if (neighbour && candidates.length === 1) pictures.delete(neighbour)
      shown.add(key)
    }
  }
}

/** Returns the pictures right before and right after a sibling, ignoring white space. */
function listNeighbours(siblings: readonly SourceNode[], at: number): SourceElement[] {
  return [-1, 1]
    .map((step) => {
      const next = siblings[at + step]
      const isSpace = next !== undefined && toSourceText(next)?.trim() === ''
      return isSpace ? siblings[at + 2 * step] : next
    })
    .map((node) => (node && isSourceElement(node) ? toPicture(node) : undefined))
    .filter((picture) => picture !== undefined)
}

function toPicture(element: SourceElement): SourceElement | undefined {
  if (element.tagName === 'img') return element
  if (element.tagName !== 'picture') return undefined
  return element.childNodes
    .filter((node) => isSourceElement(node))
    .find(({ tagName }) => tagName === 'img')
}
