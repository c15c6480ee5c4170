import { idPrefix } from '#core/html/html-policy.ts'
import { escapeXmlAttribute } from '#core/text/xml-text.ts'
import { toXmlId } from './book-address.ts'
import { toXmlAttributes } from './book-attributes.ts'
import type { BookElement } from './book-tree.ts'

/** The markup of a chapter while it is written: its pieces, its ids, and the links to them. */
export class XhtmlOut {
  readonly #idStart: string
  readonly #pieces: string[] = []
  readonly #ids = new Set<string>()
  /** Links within the article, whose targets may come later, by their place among the pieces. */
  readonly #inner: { at: number; id: string }[] = []

  /** @param idStart - begins every id, so that no two chapters have one in common. */
  constructor(idStart: string) {
    this.#idStart = idStart
  }

  push(...pieces: string[]): void {
    this.#pieces.push(...pieces)
  }

  /** Adds the address of a link to a place of the article, `#…`. */
  pushInner(fragment: string): void {
    const own = readFragment(fragment.slice(1 + idPrefix.length))
    this.#inner.push({ at: this.#pieces.length, id: toXmlId(this.#idStart, own) })
    this.#pieces.push('')
  }

  /**
   * Attributes of an element, with a space before each. Only the first of several equal ids is kept.
   * @param name - what the element is written as.
   */
  attributes(element: BookElement, name: string = element.tag): string {
    const tag = element.tag === name ? element.tag : 'span'
    const rest = toXmlAttributes({ ...element, tag })
    const written = element.attributes.get('id')
    if (written?.startsWith(idPrefix) !== true) return rest
    const id = toXmlId(this.#idStart, written.slice(idPrefix.length))
    if (this.#ids.has(id)) return rest
    this.#ids.add(id)
    return `${rest} id="${id}"`
  }

  /** All pieces. A link to a place that is not there is none. */
  join(): string {
    const pieces = this.#pieces.slice()
    for (const { at, id } of this.#inner) {
      pieces[at] = this.#ids.has(id) ? ` href="#${escapeXmlAttribute(id)}"` : ''
    }
    return pieces.join('')
  }
}

function readFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}
