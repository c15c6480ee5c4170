import { idPrefix } from '#core/html/html-policy.ts'
import { leftOutAttribute, leftOutKinds } from '#core/html/left-out.ts'
import { sourceAttribute, type SourceElement } from '../source/source-html.ts'
import { parseLinkTarget, toOwnId } from './source-url.ts'

type AttributePair = [name: string, value: string]

/** Parses the value of one source attribute; `undefined` if the policy does not allow it. */
type AttributeParser = (value: string) => string | undefined

const number =
  (least: number, most: number): AttributeParser =>
  (value) => {
    const match = /^\s*(-?\d{1,6})\s*$/.exec(value)
    if (!match) return undefined
    const parsed = Number(match[1])
    return parsed >= least && parsed <= most ? String(parsed) : undefined
  }

const oneOf =
  (...words: string[]): AttributeParser =>
  (value) => {
    const word = value.trim().toLowerCase()
    return words.includes(word) ? word : undefined
  }

const flag: AttributeParser = () => ''
const listType: AttributeParser = (value) => (/^[1aAiI]$/.test(value) ? value : undefined)
const dateTime: AttributeParser = (value) =>
  /^[\d\-T:+.,ZWPYMDHS ]{1,64}$/.test(value) ? value : undefined
const codeLanguage: AttributeParser = (value) =>
  /^[\p{L}\p{N}+#_-]{1,24}$/u.test(value) ? value : undefined
const shortText: AttributeParser = (value) => {
  const text = toAttributeText(value)
  return text === '' || text.length > 1000 ? undefined : text
}

/**
 * Returns an attribute's text on one line. If it contains something that ends a comment or raw text, its angle brackets
 * become look-alikes, because the reader's sanitizer would remove the whole attribute.
 */
export function toAttributeText(value: string): string {
  const text = value.replace(/\s+/g, ' ').trim()
  return /(?:--!?|\])>|<\//.test(text) ? text.replaceAll('<', '‹').replaceAll('>', '›') : text
}

type NamedParser = [name: string, parse: AttributeParser]

const globalParsers: readonly NamedParser[] = [
  ['dir', oneOf('ltr', 'rtl', 'auto')],
  ['lang', (value) => (/^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i.test(value) ? value : undefined)],
  ['title', shortText],
]

const tagParsers: Readonly<Record<string, Readonly<Record<string, AttributeParser>>>> = {
  col: { span: number(2, 1000) },
  colgroup: { span: number(2, 1000) },
  del: { datetime: dateTime },
  details: { open: flag },
  ins: { datetime: dateTime },
  li: { value: number(-99_999, 999_999) },
  ol: { reversed: flag, start: number(-99_999, 999_999), type: listType },
  pre: { 'data-language': codeLanguage },
  span: { [leftOutAttribute]: oneOf(...leftOutKinds) },
  td: { colspan: number(2, 1000), rowspan: number(2, 1000) },
  th: {
    colspan: number(2, 1000),
    rowspan: number(2, 1000),
    scope: oneOf('row', 'col', 'rowgroup', 'colgroup'),
  },
  time: { datetime: dateTime },
}

const parsersByTag: ReadonlyMap<string, readonly NamedParser[]> = new Map(
  Object.entries(tagParsers).map(([tag, parsers]) => [tag, Object.entries(parsers)]),
)

const citingTags = new Set(['blockquote', 'del', 'ins', 'q'])

/** State shared by the attributes of one article. */
export interface AttributeContext {
  baseUrl: string | undefined
  /** Ids that a link in the article points to; other ids would only add bytes. */
  anchors: ReadonlySet<string>
  /** Set when links of other posts may lead to any place in the article, so that all ids stay. */
  keepsIds: boolean
  /** Ids already used: the first element with an id keeps it. */
  usedIds: Set<string>
}

/**
 * Returns the source attributes that the policy allows on an element, in a fixed order, with validated values. URLs of
 * links, pictures, audio, video and frames have their own rules.
 */
export function cleanAttributes(
  element: SourceElement,
  tag: string,
  context: AttributeContext,
): AttributePair[] {
  if (element.attrs.length === 0) return []
  const attributes = cleanId(element, context)
  addCleaned(attributes, element, globalParsers)
  addCleaned(attributes, element, parsersByTag.get(tag) ?? [])
  if (citingTags.has(tag)) attributes.push(...cleanCite(element, context.baseUrl))
  return attributes
}

function addCleaned(
  attributes: AttributePair[],
  element: SourceElement,
  parsers: readonly NamedParser[],
): void {
  for (const [name, parse] of parsers) {
    const value = sourceAttribute(element, name)
    const cleaned = value === undefined ? undefined : parse(value)
    if (cleaned !== undefined) attributes.push([name, cleaned])
  }
}

function cleanId(
  element: SourceElement,
  { anchors, keepsIds, usedIds }: AttributeContext,
): AttributePair[] {
  if (anchors.size === 0 && !keepsIds) return []
  const id = findAnchorId(element, (name) => keepsIds || anchors.has(name))
  if (id === undefined || usedIds.has(id)) return []
  usedIds.add(id)
  return [['id', `${idPrefix}${id}`]]
}

function findAnchorId(
  element: SourceElement,
  isWanted: (name: string) => boolean,
): string | undefined {
  const names = [
    sourceAttribute(element, 'id'),
    element.tagName === 'a' ? sourceAttribute(element, 'name') : undefined,
  ]
  return names
    .map((name) => (name === undefined ? undefined : toOwnId(name)))
    .find((name) => name !== undefined && name !== '' && isWanted(name) && !/\s/.test(name))
}

function cleanCite(element: SourceElement, baseUrl: string | undefined): AttributePair[] {
  const target = parseLinkTarget(sourceAttribute(element, 'cite') ?? '', baseUrl)
  return target?.kind === 'page' ? [['cite', target.url]] : []
}
