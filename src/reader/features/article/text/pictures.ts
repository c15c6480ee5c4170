import { toArchiveLookup } from '#article/article-links.tsx'
import type { Words } from '#article/words.ts'
import { pictureDefaults } from '#core/html/html-policy.ts'
import { listMirrors } from '#core/address/picture-mirrors.ts'
import { buildButton, buildElement, buildOutgoingLink, toHost } from '../elements/build-element.ts'
import type { FindLocalPicture, PictureCopy } from './local-pictures.ts'
import { declareSides, recallSides, rememberSides, toSides } from './picture-sides.ts'

/** How the pictures of an article are loaded. */
export interface PictureGateOptions {
  /**
   * `load` lazy-loads them. `ask` and `off` load each when its button is pressed; `off` reserves no space. Under `ask`
   * the site's own copies load without a question, because no other host is contacted.
   */
  mode: 'load' | 'ask' | 'off'
  words: Words
  /** Finds the site's own copies; absent when it has none. */
  findLocal?: FindLocalPicture | undefined
  /** Address of the original article; absent when unknown. */
  sourceUrl: string | undefined
}

/** A picture of at least this width and height has room for a label in its place, pixels. */
const labelPixels = 96

/** Decides for each picture of a sanitized article whether it loads or a placeholder with a button takes its place. */
export function gatePictures(root: DocumentFragment, options: PictureGateOptions): void {
  for (const picture of root.querySelectorAll<HTMLImageElement>('img[data-src]')) {
    const url = picture.dataset['src'] ?? ''
    delete picture.dataset['src']
    const gate = new PictureGate(picture, url, options)
    if (options.mode === 'load' || gate.isLocal) gate.load()
    else gate.ask()
  }
}

/** One picture, or its placeholder. */
class PictureGate {
  readonly #picture: HTMLImageElement
  readonly #url: string
  /** Addresses in the order they are tried: the site's own copy, the picture's own address, its known mirrors. */
  readonly #sources: readonly string[]
  #tried = 0
  readonly #local: PictureCopy | undefined
  readonly #options: PictureGateOptions
  /** The node now on the page: the holder or the box that replaces it. */
  #inPlace: HTMLElement
  /** The picture, or the link that contains nothing else. */
  readonly #holder: HTMLElement
  readonly #isAlone: boolean

  constructor(picture: HTMLImageElement, url: string, options: PictureGateOptions) {
    this.#picture = picture
    this.#url = url
    this.#local = options.findLocal?.(url)
    this.#sources = [...(this.#local ? [this.#local.src] : []), url, ...listMirrors(url)]
    this.#options = options
    this.#holder = toHolder(picture)
    this.#inPlace = this.#holder
    picture.alt ||= ''
    picture.classList.add('picture')
    this.#isAlone = isAlone(this.#holder)
    if (this.#isAlone) this.#holder.classList.add('picture-alone')
    picture.addEventListener('error', () => this.#fail())
    picture.addEventListener('load', () => {
      rememberSides(url, picture)
      picture.classList.remove('picture-waiting')
    })
  }

  /** Whether the next source is the site's own copy and pictures are not off. */
  get isLocal(): boolean {
    return this.#local?.src === this.#source && this.#options.mode !== 'off'
  }

  load(): void {
    this.#show(this.#holder)
    const picture = this.#picture
    picture.classList.add('picture-waiting')
    declareSides(picture, this.#local ?? recallSides(this.#url))
    for (const [name, value] of Object.entries(pictureDefaults)) picture.setAttribute(name, value)
    picture.src = this.#source
  }

  ask(): void {
    const { words, mode } = this.#options
    const host = toHost(this.#tried === 0 ? this.#url : this.#source)
    const button = buildButton('picture-show', words('article.picture.show', { host }), () =>
      this.load(),
    )
    const failed = this.#source === this.#url || this.#tried === 0 ? [] : [this.#sayFailed()]
    const box = this.#buildBox([...failed, button, ...this.#describe()])
    if (mode === 'off') box.classList.add('picture-compact')
    this.#show(box)
  }

  get #source(): string {
    return this.#sources[this.#tried] ?? this.#url
  }

  /** Moves on to the next source, which is on another host; it loads without a question only in mode `load`. */
  #fail(): void {
    this.#tried++
    if (this.#tried === this.#sources.length) {
      this.#tried = 0
      this.#giveUp()
    } else if (this.#options.mode === 'load') this.load()
    else this.ask()
  }

  #giveUp(): void {
    const { words, sourceUrl } = this.#options
    const lookup = buildOutgoingLink(toArchiveLookup(this.#url), words('article.picture.archive'))
    const again = buildButton('picture-again', words('article.retry'), () => this.load())
    const links: Node[] = [lookup, again]
    if (sourceUrl !== undefined) {
      links.unshift(buildOutgoingLink(sourceUrl, words('article.picture.source')))
    }
    const box = this.#buildBox([
      this.#sayFailed(),
      ...this.#describe(),
      buildElement('span', { class: 'picture-links' }, ...links),
    ])
    box.classList.add('picture-failed')
    this.#show(box)
  }

  #sayFailed(): Node {
    const host = toHost(this.#url)
    return buildElement('span', {}, this.#options.words('article.picture.failed', { host }))
  }

  #describe(): Node[] {
    const { alt } = this.#picture
    const caption = this.#inPlace.closest('figure')?.querySelector('figcaption')?.textContent
    // Sources often use the same text for caption and description.
    const isSaid = caption?.replace(/\s+/g, ' ').trim() === alt
    return alt === '' || isSaid ? [] : [buildElement('span', { class: 'picture-alt' }, alt)]
  }

  #buildBox(children: Node[]): HTMLElement {
    const box = buildElement('span', { class: 'picture-box' }, ...children)
    if (this.#isAlone) box.classList.add('picture-alone')
    const sides = toSides(this.#picture)
    if (sides) {
      if (sides.width < labelPixels || sides.height < labelPixels) {
        box.classList.add('picture-compact')
      }
      // Set through the CSSOM: the content security policy blocks style attributes in markup.
      box.style.setProperty('--picture-width', `${sides.width}px`)
      box.style.setProperty('--picture-ratio', `${sides.width} / ${sides.height}`)
    }
    return box
  }

  #show(element: HTMLElement): void {
    if (this.#inPlace !== element) this.#inPlace.replaceWith(element)
    this.#inPlace = element
  }
}

function toHolder(picture: HTMLImageElement): HTMLElement {
  const link = picture.closest('a')
  if (!link || link.textContent.trim() !== '') return picture
  return link.querySelectorAll('img').length === 1 ? link : picture
}

const blocks = 'div, figure, section, article, blockquote, li, td, th, dd, p'
const blockNeighbours = /^(?:P|DIV|H[2-6]|FIGURE|UL|OL|TABLE|BLOCKQUOTE|HR|BR|PRE)$/

/** Whether a picture is between blocks and not in a line of text: then it gets the space of a paragraph. */
function isAlone(holder: HTMLElement): boolean {
  const { parentNode } = holder
  if (parentNode instanceof Element && !parentNode.matches(blocks)) return false
  return [nextTold(holder, 'previousSibling'), nextTold(holder, 'nextSibling')].every(
    (node) => node === null || blockNeighbours.test(node.nodeName),
  )
}

/** The nearest sibling on one side that is not blank text. */
function nextTold(node: Node, side: 'previousSibling' | 'nextSibling'): Node | null {
  let next = node[side]
  while (next instanceof Text && next.data.trim() === '') next = next[side]
  return next
}
