import {
  allowedTags,
  droppedTags,
  idPrefix,
  outgoingLink,
  type AllowedTag,
} from '#core/html/html-policy.ts'
import { leftOutAttribute } from '#core/html/left-out.ts'
import { toElement, toText, type ArticleNode } from './tree/article-tree.ts'
import { cleanAttributes, toAttributeText, type AttributeContext } from './rules/attribute-rule.ts'
import { decodeHiddenEmail } from './rules/hidden-email.ts'
import type { FootnoteLink } from './rules/footnote-rule.ts'
import { cleanFrame } from './rules/frame-rule.ts'
import { cleanMedia } from './rules/media-rule.ts'
import { cleanPicture, isDecoration, isPixel } from './rules/picture-rule.ts'
import { parseFileLink } from './rules/file-link.ts'
import { parseLinkTarget, type LinkTarget } from './rules/source-url.ts'
import {
  isSourceElement,
  sourceAttribute,
  toHtmlTag,
  toSourceText,
  type SourceElement,
  type SourceNode,
} from './source/source-html.ts'
import { makeMark } from './settle/mark.ts'
import { holdsFallback } from './settle/source-nodes.ts'
import { countChange, type ChangeCounts } from './settle/change-counts.ts'
import type { SourceSurvey } from './survey-source.ts'

/** Elements that are renamed. Landmarks become `div`, because those of the page around the article are the site's own. */
const renamedTags: Readonly<Record<string, AllowedTag>> = {
  ...toDivisions(
    'address article aside center dialog fieldset footer form header hgroup legend main marquee nav ' +
      'option optgroup search section',
  ),
  acronym: 'abbr',
  dir: 'ul',
  h1: 'h2',
  listing: 'pre',
  menu: 'ul',
  plaintext: 'pre',
  strike: 's',
  tt: 'code',
  xmp: 'pre',
}

const tagsByName: ReadonlyMap<string, AllowedTag> = new Map<string, AllowedTag>([
  ...allowedTags.map((tag): [string, AllowedTag] => [tag, tag]),
  ...Object.entries(renamedTags),
])
const dropped: ReadonlySet<string> = new Set(droppedTags)
const frameTags: ReadonlySet<string> = new Set(['embed', 'iframe', 'object'])

function toDivisions(names: string): Record<string, AllowedTag> {
  return Object.fromEntries(names.split(' ').map((name) => [name, 'div']))
}

/** State shared by the rules while one article is cleaned. */
export interface CleanContext extends AttributeContext {
  survey: SourceSurvey
  /** Elements that only repeat what the page shows elsewhere. */
  repeats: ReadonlySet<SourceElement>
  /** Elements that are not part of the article; the nodes they become are marked. */
  chrome: ReadonlySet<SourceElement>
  /** Elements that the page does not show. */
  hidden: ReadonlySet<SourceElement>
  /** URL of the page itself; `baseUrl` is what its addresses are relative to. */
  pageUrl: string | undefined
  /** What links are relative to where `baseUrl` is not known; absent for posts from elsewhere. */
  linkUrl: string | undefined
  /** How often something is shown in another way, by kind. */
  counts: ChangeCounts
}

/** Applies the policy to a parsed article. The result contains only what the policy allows, in source order. */
export function cleanTree(nodes: readonly SourceNode[], context: CleanContext): ArticleNode[] {
  const cleaned: ArticleNode[] = []
  for (const node of nodes) appendNode(node, cleaned, { context, frames: undefined })
  return cleaned
}

interface Place {
  context: CleanContext
  /** Inside a link: collects its frames, which become links and so must follow it. `undefined` elsewhere. */
  frames: ArticleNode[] | undefined
}

function appendNode(node: SourceNode, into: ArticleNode[], place: Place): void {
  const start = into.length
  appendCleaned(node, into, place)
  if (!isSourceElement(node) || !place.context.chrome.has(node)) return
  for (const cleaned of into.slice(start)) cleaned.isChrome = true
}

function appendCleaned(node: SourceNode, into: ArticleNode[], place: Place): void {
  if (!isSourceElement(node)) {
    const text = toSourceText(node)
    // U+FFFC is left over from an object in an editor; browsers show it as a box.
    if (text !== undefined) into.push(toText(text.replaceAll('\ufffc', '')))
    return
  }
  const name = toHtmlTag(node)
  if (place.context.hidden.has(node)) return
  if (place.context.repeats.has(node)) appendAnchor(node, into, place.context)
  else if (name === 'noscript') appendNoscript(node, into, place)
  else if (name === undefined) appendChildren(node, into, place)
  else if (frameTags.has(name)) appendFrame(node, into, place)
  else if (dropped.has(name)) return
  else appendElement(node, name, into, place)
}

/** Keeps the anchor of an element whose text is dropped, if links in the article point to it. */
function appendAnchor(
  element: SourceElement,
  into: ArticleNode[],
  context: AttributeContext,
): void {
  const attributes = cleanAttributes(element, 'span', context)
  if (attributes[0]?.[0] === 'id') into.push(toElement('span', attributes.slice(0, 1)))
}

function appendElement(
  element: SourceElement,
  name: string,
  into: ArticleNode[],
  place: Place,
): void {
  const { context } = place
  const tag = tagsByName.get(name)
  if (name === 'img') appendPicture(element, into, place)
  else if (name === 'source') return
  else if (name === 'audio' || name === 'video') appendMedia(element, name, into, place)
  else if (sourceAttribute(element, 'data-cfemail') !== undefined) appendEmail(element, into, place)
  else if (name === 'a') appendLink(element, into, place)
  else if (tag === undefined) appendChildren(element, into, place)
  else {
    const attributes = cleanAttributes(element, tag, context)
    if (attributes.length === 0 && tag === 'span') appendChildren(element, into, place)
    else {
      const cleaned = toElement(tag, attributes)
      if (isMark(element)) cleaned.isStandIn = true
      const level = /^h([1-6])$/.exec(name)?.[1]
      if (level !== undefined) cleaned.sourceLevel = Number(level)
      appendChildren(element, cleaned.children, place)
      into.push(cleaned)
    }
  }
}

/** A mark without words of the article itself: those of a drawing are. */
function isMark(element: SourceElement): boolean {
  const kind = sourceAttribute(element, leftOutAttribute)
  return kind !== undefined && kind !== 'drawing'
}

function appendChildren(element: SourceElement, into: ArticleNode[], place: Place): void {
  for (const child of element.childNodes) appendNode(child, into, place)
}

function appendFrame(element: SourceElement, into: ArticleNode[], place: Place): void {
  const frame = cleanFrame(element, place.context.baseUrl)
  if (!isPixel(element)) countChange(place.context.counts, 'frame')
  if (frame === undefined) return
  ;(place.frames ?? into).push(frame)
}

/** A player without a file that it could play leaves its fallback, else a link to what it names, else a mark. */
function appendMedia(
  element: SourceElement,
  name: 'audio' | 'video',
  into: ArticleNode[],
  place: Place,
): void {
  const player = cleanMedia(element, name, place.context.baseUrl)
  if (player !== undefined) {
    into.push(player)
    return
  }
  countChange(place.context.counts, 'player')
  const frame = cleanFrame(element, place.context.baseUrl)
  if (frame !== undefined) (place.frames ?? into).push(frame)
  else if (holdsFallback(element)) appendChildren(element, into, place)
  else appendNode(makeMark('player', sourceAttribute(element, 'title') ?? ''), into, place)
}

function appendPicture(element: SourceElement, into: ArticleNode[], place: Place): void {
  const { context } = place
  const url = context.survey.pictures.get(element)
  if (url === undefined) {
    if (context.survey.lost.has(element)) appendLostPicture(element, into, place)
    return
  }
  const picture = cleanPicture(element, url)
  picture.attributes.push(...cleanAttributes(element, 'img', context))
  into.push(picture)
}

/** A picture that cannot be had leaves its alternative text, behind a mark unless it is a sign of the text. */
function appendLostPicture(element: SourceElement, into: ArticleNode[], place: Place): void {
  countChange(place.context.counts, 'picture')
  const words = sourceAttribute(element, 'alt') ?? ''
  const alt = toAttributeText(
    words.trim() === '' ? (sourceAttribute(element, 'title') ?? '') : words,
  )
  if (isDecoration(element, '')) {
    if (alt !== '') into.push(toText(alt))
    return
  }
  appendNode(makeMark('picture', alt), into, place)
}

/** From a `noscript` without words takes frames, and the pictures that the survey chose over their lazy twin. */
function appendNoscript(element: SourceElement, into: ArticleNode[], place: Place): void {
  for (const child of element.childNodes) {
    if (!isSourceElement(child)) continue
    if (child.tagName === 'img') appendPicture(child, into, place)
    else if (frameTags.has(child.tagName)) appendFrame(child, into, place)
    else appendNoscript(child, into, place)
  }
}

function appendLink(element: SourceElement, into: ArticleNode[], place: Place): void {
  const { context } = place
  const footnote = context.survey.footnotes.get(element)
  if (footnote !== undefined && !place.frames) return appendFootnote(element, footnote, into, place)
  const target = findTarget(element, context)
  const attributes = cleanAttributes(element, 'a', context)
  const hasId = attributes[0]?.[0] === 'id'
  if (target === undefined || place.frames) {
    if (!hasId) return appendChildren(element, into, place)
    const span = toElement('span', attributes)
    appendChildren(element, span.children, place)
    into.push(span)
    return
  }
  const link = toElement('a', [['href', toHref(target)], ...attributes])
  if (target.kind === 'page' && !target.url.startsWith('mailto:')) {
    link.attributes.push(...Object.entries(outgoingLink))
  }
  const frames: ArticleNode[] = []
  appendChildren(element, link.children, { ...place, frames })
  into.push(link, ...frames)
}

/** Links one half of a footnote to the other. Both get an id; of several references to a note, only the first. */
function appendFootnote(
  element: SourceElement,
  { id, target }: FootnoteLink,
  into: ArticleNode[],
  place: Place,
): void {
  const { usedIds } = place.context
  const link = toElement('a', [['href', `#${idPrefix}${target}`]])
  if (!usedIds.has(id)) link.attributes.push(['id', `${idPrefix}${id}`])
  usedIds.add(id)
  const frames: ArticleNode[] = []
  appendChildren(element, link.children, { ...place, frames })
  into.push(link, ...frames)
}

function findTarget(
  element: SourceElement,
  { baseUrl, linkUrl, pageUrl, survey }: CleanContext,
): LinkTarget | undefined {
  const href = sourceAttribute(element, 'href') ?? ''
  const file = linkUrl === undefined ? undefined : parseFileLink(href, baseUrl)
  if (file !== undefined) return { kind: 'page', url: file }
  const target = parseLinkTarget(href, baseUrl ?? linkUrl, pageUrl)
  if (target?.kind !== 'anchor' || target.url === undefined) return target
  return survey.outerLinks.has(element) ? { kind: 'page', url: target.url } : target
}

function toHref(target: LinkTarget): string {
  return target.kind === 'page' ? target.url : `#${idPrefix}${encodeURIComponent(target.id)}`
}

/** Shows the e-mail address that Cloudflare obfuscates against bots (and hides from readers without JavaScript). */
function appendEmail(element: SourceElement, into: ArticleNode[], place: Place): void {
  const email = decodeHiddenEmail(sourceAttribute(element, 'data-cfemail') ?? '')
  if (email === undefined) appendChildren(element, into, place)
  else if (element.tagName !== 'a' || place.frames) into.push(toText(email))
  else into.push(toElement('a', [['href', `mailto:${email}`]], [toText(email)]))
}
