import {
  allowedTags,
  attributesByTag,
  droppedTags,
  globalAttributes,
  isTrackingPixel,
  linkUrlPattern,
  mediaUrlPattern,
  urlAttributes,
  type AllowedTag,
} from '#core/html/html-policy.ts'

/** A node of an article in a book: text, or an element that the policy allows. */
export type BookNode = string | BookElement

/** An element of an article in a book, with the attributes that the policy allows it. */
export interface BookElement {
  readonly tag: AllowedTag
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly BookNode[]
}

/** How a tree of another kind is read: that of the browser, or that of the builder's parser. */
export interface TreeReader<Node> {
  /** The text of a text node; `undefined` for any other. */
  toText: (node: Node) => string | undefined
  /** The lower-case name of an HTML element; `undefined` for any other node. */
  toTag: (node: Node) => string | undefined
  listAttributes: (node: Node) => Iterable<readonly [name: string, value: string]>
  listChildren: (node: Node) => Iterable<Node>
}

const allowed: ReadonlyMap<string, AllowedTag> = new Map(allowedTags.map((tag) => [tag, tag]))
const dropped: ReadonlySet<string> = new Set(droppedTags)

/**
 * Reads a sanitized tree by the policy for articles once more, so that a book holds nothing else whatever the tree was. Elements that the
 * policy does not name keep their content; tracking pixels go.
 */
export function toBookNodes<Node>(nodes: Iterable<Node>, reader: TreeReader<Node>): BookNode[] {
  const read: BookNode[] = []
  addBookNodes(read, nodes, reader)
  return read
}

function addBookNodes<Node>(
  read: BookNode[],
  nodes: Iterable<Node>,
  reader: TreeReader<Node>,
): void {
  for (const node of nodes) {
    const text = reader.toText(node)
    if (text !== undefined) {
      read.push(text)
      continue
    }
    const name = reader.toTag(node)
    if (name === undefined || dropped.has(name)) continue
    const tag = allowed.get(name)
    if (tag === undefined) {
      addBookNodes(read, reader.listChildren(node), reader)
      continue
    }
    const attributes = readAttributes(tag, reader.listAttributes(node))
    if (tag === 'img' && !isPicture(attributes)) continue
    read.push({ tag, attributes, children: toBookNodes(reader.listChildren(node), reader) })
  }
}

function readAttributes(
  tag: AllowedTag,
  written: Iterable<readonly [string, string]>,
): Map<string, string> {
  const own = attributesByTag[tag] ?? []
  const kept = new Map<string, string>()
  for (const [name, value] of written) {
    if (!globalAttributes.includes(name) && !own.includes(name)) continue
    if (urlAttributes.includes(name)) {
      const pattern = name === 'src' ? mediaUrlPattern : linkUrlPattern
      if (!pattern.test(value)) continue
    }
    kept.set(name, value)
  }
  return kept
}

function isPicture(attributes: ReadonlyMap<string, string>): boolean {
  const url = attributes.get('src')
  const [width, height] = ['width', 'height'].map((side) => attributes.get(side))
  return url !== undefined && !isTrackingPixel({ url, width, height })
}

/** Makes an element without attributes. */
export function makeBookElement(tag: AllowedTag, children: readonly BookNode[]): BookElement {
  return { tag, attributes: new Map(), children }
}

/** Whether a node is an element with one of the tags. */
export function isBookTag(node: BookNode, ...tags: readonly AllowedTag[]): node is BookElement {
  return typeof node !== 'string' && tags.includes(node.tag)
}

/** Whether a node is text of white space only. */
export function isBookBlank(node: BookNode): boolean {
  return typeof node === 'string' && /^[ \t\n\r\f]*$/.test(node)
}

/** Addresses of all pictures in a tree. */
export function* listBookPictures(nodes: readonly BookNode[]): Generator<string> {
  for (const node of nodes) {
    if (typeof node === 'string') continue
    const url = node.tag === 'img' ? node.attributes.get('src') : undefined
    if (url !== undefined) yield url
    yield* listBookPictures(node.children)
  }
}
