import { defaultTreeAdapter, html, Parser, type DefaultTreeAdapterTypes, type Token } from 'parse5'

/** Element of the source, as the HTML specification parses it. */
export type SourceElement = DefaultTreeAdapterTypes.Element
export type SourceNode = DefaultTreeAdapterTypes.ChildNode

/** A parsed body, and whether its structure had to be simplified. */
export interface SourceTree {
  nodes: SourceNode[]
  /** Whether elements were nested so deeply that inner ones were flattened. */
  isFlattened: boolean
}

// Below the depth limit of the policy, because repairing lists and paragraphs may add a level here and there.
const maxOpenElements = 200
const maxOpenFormats = 24
const maxAttributes = 256

// Raw text elements must reach the parser at any depth, or their content would become markup.
const alwaysParsedTags = new Set(
  (
    'area br col embed hr img input link meta param source wbr ' +
    'iframe noembed noframes plaintext script style textarea title xmp'
  ).split(' '),
)
const formatTags = new Set('a b big code em font i nobr s small strike strong tt u'.split(' '))

/**
 * The HTML parser of the specification, with limits. With deep nesting every step searches a long stack, and open
 * formatting elements are reconstructed in every paragraph: both take quadratic time. Start tags beyond the limits are
 * ignored.
 */
class BoundedParser extends Parser<DefaultTreeAdapterTypes.DefaultTreeAdapterMap> {
  isFlattened = false

  override onStartTag(token: Token.TagToken): void {
    if (token.attrs.length > maxAttributes) token.attrs.length = maxAttributes
    if (this.isTooDeep(token)) {
      this.isFlattened = true
      return
    }
    super.onStartTag(token)
  }

  private isTooDeep({ tagName }: Token.TagToken): boolean {
    if (this.openElements.stackTop >= maxOpenElements) {
      if (this.currentNotInHTML || !alwaysParsedTags.has(tagName)) return true
    }
    return formatTags.has(tagName) && this.countOpenFormats() >= maxOpenFormats
  }

  private countOpenFormats(): number {
    let count = 0
    let entry = this.activeFormattingElements.newest
    // Table cells and the like start a new list, which a marker entry without an element separates.
    while (entry && 'element' in entry && count < maxOpenFormats) {
      count++
      entry = entry.older
    }
    return count
  }
}

/**
 * Parses HTML the way browsers do inside `<body>`, without scripting. Takes linear time and memory for any input.
 */
export function parseSourceHtml(body: string): SourceTree {
  const context = defaultTreeAdapter.createElement('body', html.NS.HTML, [])
  const parser = BoundedParser.getFragmentParser(context, {
    scriptingEnabled: false,
    treeAdapter: defaultTreeAdapter,
  })
  parser.tokenizer.write(body, true)
  const nodes = parser.getFragment().childNodes
  return { nodes, isFlattened: parser instanceof BoundedParser && parser.isFlattened }
}

/** Whether a source node is an element (of any namespace). */
export function isSourceElement(node: SourceNode): node is SourceElement {
  return 'tagName' in node
}

/** Text of a source node; `undefined` if it is not a text node. */
export function toSourceText(node: SourceNode): string | undefined {
  return 'value' in node ? node.value : undefined
}

/** Value of an attribute of a source element; `undefined` if absent. */
export function sourceAttribute(element: SourceElement, name: string): string | undefined {
  for (const attribute of element.attrs) if (attribute.name === name) return attribute.value
  return undefined
}

/** Tag name of an HTML element, or of an `svg` or `math` root; `undefined` for elements inside those. */
export function toHtmlTag(element: SourceElement): string | undefined {
  if (element.namespaceURI === html.NS.HTML) return element.tagName
  return element.tagName === 'svg' || element.tagName === 'math' ? element.tagName : undefined
}

/**
 * Whether an element is the section of readers' comments that a CMS prints below an article. On some sites these are more
 * than half of the text and nearly all of them spam. Only a section open to the public counts: some magazines print the
 * essays of a conversation in such a section, and those are the article.
 */
export function isCommentBlock(element: SourceElement): boolean {
  const isContainer = element.tagName === 'div' || element.tagName === 'section'
  if (!isContainer || sourceAttribute(element, 'id') !== 'comments') return false
  return holdsClass(element, strangersComment) && !holdsClass(element, authorsComment)
}

// Class names of Drupal and WordPress.
const strangersComment = /(?:^|\s)(?:comment-by-anonymous|comments-area|comment-respond)(?:\s|$)/
const authorsComment = /(?:^|\s)comment-by-node-author(?:\s|$)/

function holdsClass(block: SourceElement, name: RegExp): boolean {
  const waiting: SourceNode[] = [block]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!isSourceElement(node)) continue
    if (name.test(sourceAttribute(node, 'class') ?? '')) return true
    for (const child of node.childNodes) waiting.push(child)
  }
  return false
}
