import { blockTags, type AllowedTag } from '#core/html-policy.ts'

/** Text of an article, entities decoded. */
export interface ArticleText {
  readonly kind: 'text'
  text: string
  /** No part of the article, see `find-chrome.ts`. */
  isChrome?: true
}

/** Element of a cleaned article: only what the policy allows can be written down at all. */
export interface ArticleElement {
  readonly kind: 'element'
  tag: AllowedTag
  attributes: [name: string, value: string][]
  children: ArticleNode[]
  /** Level the source gave a heading (1 to 6); absent on everything else. */
  sourceLevel?: number
  /** No part of the article, see `find-chrome.ts`. */
  isChrome?: true
  /** Stands in for a frame: its label is no text of the article. */
  isStandIn?: true
  /** Picture that is no content: avatar, icon, spacer. */
  isDecoration?: true
  /** Marks where an empty block parted two lines; see `tidy-tree.ts`. */
  isSeam?: true
}

export type ArticleNode = ArticleElement | ArticleText

type BlockTag = (typeof blockTags)[number]
const blocks: ReadonlySet<AllowedTag> = new Set<AllowedTag>(blockTags)

/** Makes an element. */
export function toElement(
  tag: AllowedTag,
  attributes: [name: string, value: string][] = [],
  children: ArticleNode[] = [],
): ArticleElement {
  return { kind: 'element', tag, attributes, children }
}

/** Makes a text. */
export function toText(text: string): ArticleText {
  return { kind: 'text', text }
}

/** Whether a node begins and ends a line of its own. */
export function isBlock(node: ArticleNode): node is ArticleElement & { tag: BlockTag } {
  return node.kind === 'element' && blocks.has(node.tag)
}

/** Whether a node is the element with this tag. */
export function isTag<Tag extends AllowedTag>(
  node: ArticleNode | undefined,
  ...tags: readonly Tag[]
): node is ArticleElement & { tag: Tag } {
  return node?.kind === 'element' && tags.some((tag) => tag === node.tag)
}

/** Whether a node is a text of nothing but collapsible white space. */
export function isBlank(node: ArticleNode): boolean {
  return node.kind === 'text' && /^[ \t\n\r\f]*$/.test(node.text)
}

/** Value of an attribute; `undefined` when the element lacks it. */
export function attributeOf(element: ArticleElement, name: string): string | undefined {
  return element.attributes.find(([candidate]) => candidate === name)?.[1]
}
