import { defaultTreeAdapter, html, Parser, type DefaultTreeAdapterTypes, type Token } from 'parse5'

/** Element of the source, as the specification's parser sees it. */
export type SourceElement = DefaultTreeAdapterTypes.Element
export type SourceNode = DefaultTreeAdapterTypes.ChildNode

/** A parsed body and whether something had to give. */
export interface SourceTree {
  nodes: SourceNode[]
  /** Elements lay so deep inside one another that inner ones were flattened. */
  isFlattened: boolean
}

// Below the limit of the policy: repairing lists and paragraphs may add a level here and there.
const maxOpenElements = 200
const maxOpenFormats = 24
const maxAttributes = 256

// Elements whose content is raw text must reach the parser at any depth, else their content would become markup.
const alwaysParsedTags = new Set(
  (
    'area br col embed hr img input link meta param source wbr ' +
    'iframe noembed noframes plaintext script style textarea title xmp'
  ).split(' '),
)
const formatTags = new Set('a b big code em font i nobr s small strike strong tt u'.split(' '))

/**
 * The specification's parser with bounds. Deep nesting makes each of its steps search a long stack, and open formats are
 * made anew in every paragraph: both grow with the square of the input. Start tags beyond the bounds are passed over.
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
    // A table cell and its like start a list of their own, marked by an entry without element.
    while (entry && 'element' in entry && count < maxOpenFormats) {
      count++
      entry = entry.older
    }
    return count
  }
}

/**
 * Parses HTML the way browsers do inside `<body>`, without scripting. Takes time and memory in proportion to the input,
 * whatever it holds.
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

/** Whether a node of the source is an element (of any namespace). */
export function isSourceElement(node: SourceNode): node is SourceElement {
  return 'tagName' in node
}

/** Text of a node of the source; `undefined` when it is no text. */
export function toSourceText(node: SourceNode): string | undefined {
  return 'value' in node ? node.value : undefined
}

/** Value of an attribute of the source; `undefined` when the element lacks it. */
export function sourceAttribute(element: SourceElement, name: string): string | undefined {
  for (const attribute of element.attrs) if (attribute.name === name) return attribute.value
  return undefined
}

/** Name of an HTML element; `svg` and `math` for these, `undefined` for what lies inside them. */
export function toHtmlTag(element: SourceElement): string | undefined {
  if (element.namespaceURI === html.NS.HTML) return element.tagName
  return element.tagName === 'svg' || element.tagName === 'math' ? element.tagName : undefined
}

/**
 * Whether an element is the readers' comments that content systems print below an article. On some sites they are more
 * than half of the text and nearly all of it spam. Only a block that strangers may write in counts: some magazines print the
 * essays of their conversations in such a block, and those are the article.
 */
export function isCommentBlock(element: SourceElement): boolean {
  const isContainer = element.tagName === 'div' || element.tagName === 'section'
  if (!isContainer || sourceAttribute(element, 'id') !== 'comments') return false
  return holdsClass(element, strangersComment) && !holdsClass(element, authorsComment)
}

// As Drupal and WordPress mark them.
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
