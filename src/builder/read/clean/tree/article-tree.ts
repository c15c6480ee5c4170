import { blockTags, type AllowedTag } from '#core/html/html-policy.ts'

/** Text of an article, entities decoded. */
export interface ArticleTextNode {
  readonly kind: 'text'
  text: string
  /** Not part of the article, see `find-chrome.ts`. */
  isChrome?: true
}

/** Element of a cleaned article. Its type can only represent tags that the policy allows. */
export interface ArticleElement {
  readonly kind: 'element'
  tag: AllowedTag
  attributes: [name: string, value: string][]
  children: ArticleNode[]
  /** Level of a heading in the source (1 to 6); absent on other elements. */
  sourceLevel?: number
  /** Not part of the article, see `find-chrome.ts`. */
  isChrome?: true
  /** Placeholder for a frame; its label is not text of the article. */
  isStandIn?: true
  /** Picture that is not content: avatar, icon, spacer. */
  isDecoration?: true
  /** Marks where an empty block separated two lines; see `seam.ts`. */
  isSeam?: true
}

export type ArticleNode = ArticleElement | ArticleTextNode

type BlockTag = (typeof blockTags)[number]
const blocks: ReadonlySet<AllowedTag> = new Set<AllowedTag>(blockTags)

/** Creates an element. */
export function toElement(
  tag: AllowedTag,
  attributes: [name: string, value: string][] = [],
  children: ArticleNode[] = [],
): ArticleElement {
  return { kind: 'element', tag, attributes, children }
}

/** Creates a text node. */
export function toText(text: string): ArticleTextNode {
  return { kind: 'text', text }
}

/** Whether a node is a block element, which starts and ends a line. */
export function isBlock(node: ArticleNode): node is ArticleElement & { tag: BlockTag } {
  return node.kind === 'element' && blocks.has(node.tag)
}

/** Whether a node is an element with one of the tags. */
export function isTag<Tag extends AllowedTag>(
  node: ArticleNode | undefined,
  ...tags: readonly Tag[]
): node is ArticleElement & { tag: Tag } {
  return node?.kind === 'element' && tags.some((tag) => tag === node.tag)
}

/** Whether a node is a text of collapsible white space only. */
export function isBlank(node: ArticleNode): boolean {
  return node.kind === 'text' && /^[ \t\n\r\f]*$/.test(node.text)
}

/** Value of an attribute; `undefined` if absent. */
export function attributeOf(element: ArticleElement, name: string): string | undefined {
  return element.attributes.find(([candidate]) => candidate === name)?.[1]
}
