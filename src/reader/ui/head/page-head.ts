/** What the head of a prerendered page says of that page alone. */
const servedFacts = [
  'meta[name="description"]',
  'meta[name="author"]',
  'meta[name="twitter:card"]',
  'meta[name^="citation_"]',
  'meta[name^="DC"]',
  'meta[name^="prism"]',
  'meta[name^="z:"]',
  'meta[property^="og:"]:not([property="og:site_name"])',
  'meta[property^="article:"]',
  'meta[property^="video:"]',
  'script[type="application/ld+json"]',
].join()

/** The addresses that a page's head gives; `undefined` = not known. */
export interface PageAddresses {
  /** Address that search engines file the page under, and that phones pass on when it is shared. */
  canonical: string | undefined
  /** Address of the page in this archive. */
  own: string | undefined
}

/** Keeps the head of the document true as the reader goes from page to page. */
export class PageHead {
  readonly #document: Document
  readonly #served: string

  /** `served` is the path of the page that the host has sent. */
  constructor(page: Document, served: string) {
    this.#document = page
    this.#served = served
  }

  /** Names the page at a path. What the host wrote of another page goes. */
  show(path: string, { canonical, own }: PageAddresses): void {
    const { head } = this.#document
    if (path !== this.#served) {
      for (const element of head.querySelectorAll(servedFacts)) element.remove()
    }
    this.#set({ tag: 'link', key: 'rel', name: 'canonical', attribute: 'href' }, canonical)
    this.#set({ tag: 'meta', key: 'property', name: 'og:url', attribute: 'content' }, own)
  }

  #set({ tag, key, name, attribute }: HeadFact, value: string | undefined): void {
    const { head } = this.#document
    const found = head.querySelector(`${tag}[${key}="${name}"]`)
    if (value === undefined) {
      found?.remove()
      return
    }
    const element = found ?? head.appendChild(this.#document.createElement(tag))
    if (found === null) element.setAttribute(key, name)
    if (element.getAttribute(attribute) !== value) element.setAttribute(attribute, value)
  }
}

/** An element of the head: `<tag key="name" attribute="...">`. */
interface HeadFact {
  tag: string
  key: string
  name: string
  attribute: string
}
