import { blockTags } from '#core/html/html-policy.ts'
import { escapeXml, escapeXmlAttribute } from '#core/text/xml-text.ts'
import { readTime, toItemNumber } from './book-attributes.ts'
import {
  toBookTable,
  toDefinitions,
  toFigureParts,
  toListItems,
  toRubyPairs,
  type BookTable,
} from './book-parents.ts'
import { isBookBlank, isBookTag, type BookElement, type BookNode } from './book-tree.ts'
import { XhtmlOut } from './xhtml-out.ts'
import type { XhtmlPlace } from './xhtml-place.ts'

/** Where a node stands: among blocks or within a line, in a link or not. */
interface Scope {
  isFlow: boolean
  isInLink: boolean
  isInRuby?: true
}

const blocks: ReadonlySet<string> = new Set(blockTags)
const isBlock = (node: BookNode): node is BookElement =>
  typeof node !== 'string' && blocks.has(node.tag)

// What holds blocks, and what holds nothing but a line.
const flowTags = new Set(['blockquote', 'div', 'figcaption', 'li', 'dd', 'td'])
const lineTags = new Set(['p', 'pre', 'h2', 'h3', 'h4', 'h5', 'h6', 'dt', 'th', 'caption'])
/** Blocks that stand in parents of their own alone. */
const strayTags = new Set(
  'li dt dd td th tr tbody thead tfoot caption figcaption details col colgroup'.split(' '),
)

/**
 * Writes an article as well-formed XHTML that the schema of EPUB 3 accepts, whatever its tree is: what stands where it may not becomes a
 * plain block or a span, and nothing of the text is left out. Linear.
 */
export class XhtmlWriter {
  readonly #place: XhtmlPlace
  readonly #out: XhtmlOut

  constructor(place: XhtmlPlace) {
    this.#place = place
    this.#out = new XhtmlOut(place.idStart)
  }

  /** Adds a part of the article. */
  add(nodes: readonly BookNode[]): void {
    this.#nodes(nodes, { isFlow: true, isInLink: false })
  }

  /** All parts as markup. A link to a place that is not there is none. */
  toString(): string {
    return this.#out.join()
  }

  #nodes(nodes: readonly BookNode[], scope: Scope): void {
    if (!scope.isFlow) this.#line(nodes, scope)
    else for (const node of nodes) this.#node(node, scope)
  }

  /** Blocks within a line are spans on lines of their own. */
  #line(nodes: readonly BookNode[], scope: Scope): void {
    let isWritten = false
    let isAfterBlock = false
    for (const node of nodes) {
      if (isBookBlank(node)) {
        this.#node(node, scope)
        continue
      }
      if (isWritten && (isAfterBlock || isBlock(node))) this.#out.push('<br/>')
      isAfterBlock = isBlock(node)
      isWritten = true
      if (!isBlock(node)) this.#node(node, scope)
      else if (node.tag !== 'hr' && node.tag !== 'col') this.#around('span', node, scope)
    }
  }

  #node(node: BookNode, scope: Scope): void {
    if (typeof node === 'string') this.#out.push(escapeXml(node))
    else if (isBlock(node)) this.#block(node, scope)
    else this.#phrase(node, scope)
  }

  #block(block: BookElement, scope: Scope): void {
    const { tag, children } = block
    if (tag === 'hr') this.#out.push(`<hr${this.#out.attributes(block)}/>`)
    else if (tag === 'ul' || tag === 'ol') this.#list(block, scope)
    else if (tag === 'dl') this.#definitions(block, scope)
    else if (tag === 'table') this.#table(block, toBookTable(children), scope)
    else if (tag === 'figure') this.#figure(block, scope)
    else if (tag === 'summary') this.#around('p', block, { ...scope, isFlow: false })
    else if (tag === 'col' || tag === 'colgroup') return
    else if (strayTags.has(tag)) this.#around('div', block, scope)
    else this.#proper(block, scope)
  }

  /** An element that stands where it may. */
  #proper(element: BookElement, scope: Scope, more = ''): void {
    const { tag } = element
    const isFlow = flowTags.has(tag) || (scope.isFlow && !lineTags.has(tag))
    this.#around(tag, element, { ...scope, isFlow }, more)
  }

  #around(name: string, element: BookElement, scope: Scope, more = ''): void {
    this.#out.push(`<${name}${this.#out.attributes(element, name)}${more}>`)
    this.#nodes(element.children, scope)
    this.#out.push(`</${name}>`)
  }

  #list(list: BookElement, scope: Scope): void {
    const items = toListItems(list.children)
    if (items.length === 0) return
    this.#out.push(`<${list.tag}${this.#out.attributes(list)}>`)
    for (const item of items) {
      this.#proper(item, scope, list.tag === 'ol' ? toItemNumber(item) : '')
    }
    this.#out.push(`</${list.tag}>`)
  }

  #definitions(list: BookElement, scope: Scope): void {
    const parts = toDefinitions(list.children)
    if (parts === undefined) {
      this.#around('div', list, scope)
      return
    }
    this.#out.push(`<dl${this.#out.attributes(list)}>`)
    for (const part of parts) this.#proper(part, scope)
    this.#out.push('</dl>')
  }

  #figure(figure: BookElement, scope: Scope): void {
    this.#out.push(`<figure${this.#out.attributes(figure)}>`)
    for (const part of toFigureParts(figure.children)) {
      if (isBookTag(part, 'figcaption')) this.#proper(part, scope)
      else this.#node(part, scope)
    }
    this.#out.push('</figure>')
  }

  #table(element: BookElement, table: BookTable, scope: Scope): void {
    const { caption, columns, head, bodies, foot, loose } = table
    this.#nodes(loose, scope)
    const sections = [head, ...bodies, foot].filter((section) => section !== undefined)
    if (sections.length === 0) {
      if (caption !== undefined) this.#around('div', caption, scope)
      return
    }
    this.#out.push(`<table${this.#out.attributes(element)}>`)
    if (caption !== undefined) this.#proper(caption, scope)
    for (const group of columns) {
      this.#out.push(`<colgroup${this.#out.attributes(group)}>`)
      for (const column of group.children) {
        if (isBookTag(column, 'col')) this.#out.push(`<col${this.#out.attributes(column)}/>`)
      }
      this.#out.push('</colgroup>')
    }
    for (const section of sections) this.#section(section, scope)
    this.#out.push('</table>')
  }

  #section(section: BookElement, scope: Scope): void {
    this.#out.push(`<${section.tag}${this.#out.attributes(section)}>`)
    for (const row of section.children) {
      if (!isBookTag(row, 'tr')) continue
      this.#out.push(`<tr${this.#out.attributes(row)}>`)
      for (const cell of row.children) if (isBookTag(cell, 'td', 'th')) this.#proper(cell, scope)
      this.#out.push('</tr>')
    }
    this.#out.push(`</${section.tag}>`)
  }

  #phrase(element: BookElement, scope: Scope): void {
    const { tag, attributes } = element
    const line = { ...scope, isFlow: false }
    if (tag === 'br' || tag === 'wbr') this.#out.push(`<${tag}/>`)
    else if (tag === 'img') this.#picture(element, scope)
    else if (tag === 'audio' || tag === 'video' || tag === 'source') this.#media(element, scope)
    else if (tag === 'a') this.#link(element, scope)
    else if (tag === 'ruby') this.#ruby(element, line)
    else if (tag === 'rt' || tag === 'rp' || tag === 'dfn') this.#around('span', element, line)
    else if (tag === 'bdo' && !attributes.has('dir')) this.#around('span', element, line)
    else if (tag === 'time') {
      const time = readTime(attributes.get('datetime') ?? '')
      if (time === undefined) this.#around('span', element, line)
      else this.#around('time', element, line, ` datetime="${time}"`)
    } else this.#proper(element, tag === 'ins' || tag === 'del' ? scope : line)
  }

  #link(link: BookElement, scope: Scope): void {
    const written = link.attributes.get('href')
    // A link in a link is none.
    if (written === undefined || scope.isInLink) {
      this.#plainLink(link, scope)
      return
    }
    if (written.startsWith('#')) {
      this.#out.push(`<a${this.#out.attributes(link)}`)
      this.#out.pushInner(written)
      this.#out.push('>')
    } else {
      const href = this.#place.toLink(written)
      if (href === undefined) {
        this.#plainLink(link, scope)
        return
      }
      this.#out.push(`<a${this.#out.attributes(link)} href="${escapeXmlAttribute(href)}">`)
    }
    this.#nodes(link.children, { ...scope, isInLink: true })
    this.#out.push('</a>')
  }

  #plainLink(link: BookElement, scope: Scope): void {
    // A span holds no blocks.
    if (scope.isFlow && link.children.some((child) => isBlock(child))) {
      this.#around('div', link, scope)
    } else this.#around('span', link, { ...scope, isFlow: false })
  }

  #ruby(ruby: BookElement, scope: Scope): void {
    if (scope.isInRuby) {
      this.#around('span', ruby, scope)
      return
    }
    const inside = { ...scope, isInRuby: true as const }
    this.#out.push(`<span${this.#out.attributes(ruby)}>`)
    for (const { base, reading } of toRubyPairs(ruby.children)) {
      if (reading === undefined) this.#nodes(base, scope)
      else if (base.every((node) => isBookBlank(node))) this.#around('span', reading, inside)
      else {
        this.#out.push('<ruby>')
        this.#nodes(base, inside)
        this.#proper(reading, inside)
        this.#out.push('</ruby>')
      }
    }
    this.#out.push('</span>')
  }

  #picture(picture: BookElement, scope: Scope): void {
    const url = picture.attributes.get('src') ?? ''
    const alt = (picture.attributes.get('alt') ?? '').trim()
    const copy = this.#place.toPicture(url)
    if (copy === undefined) {
      this.#address(url, `[${alt || this.#place.pictureName}]`, scope)
      return
    }
    const { href, width, height } = copy
    this.#out.push(
      `<img${this.#out.attributes(picture)} src="${escapeXmlAttribute(href)}" alt="${escapeXmlAttribute(alt)}" width="${width}" height="${height}"/>`,
    )
  }

  /** Films and sound stay where they are: a link leads there. */
  #media(media: BookElement, scope: Scope): void {
    const url = media.attributes.get('src')
    if (url !== undefined) this.#address(url, url, scope)
    this.#around('span', media, { ...scope, isFlow: false })
  }

  #address(url: string, text: string, scope: Scope): void {
    const href = scope.isInLink ? undefined : this.#place.toLink(url)
    const shown = escapeXml(text)
    if (href === undefined) this.#out.push(`<span>${shown}</span>`)
    else this.#out.push(`<a href="${escapeXmlAttribute(href)}">${shown}</a>`)
  }
}
