import { isBlockTag } from '#core/text/plain-text.ts'
import type { ShownChineseScript } from '#reader/chinese-script/shown-chinese-script.ts'

/** Elements that are never converted: the reader's own words, which are not the article's, and code, which is literal. */
const kept =
  'code, kbd, samp, .picture-box > :not(.picture-alt), .picture-bar, .article-rest, .player-action, .player figcaption'

/**
 * Chinese text on the page, shown in another script than it was written in. Only the data of text nodes changes and the
 * nodes stay, so nothing that was opened, played or scrolled to is lost, and everything can be restored.
 */
export class ConvertedText {
  readonly #shown: ShownChineseScript
  readonly #texts = new Map<Text, { written: string; shown: string }>()
  readonly #languages = new Map<Element, string>()

  constructor(shown: ShownChineseScript) {
    this.#shown = shown
  }

  /** Converts the text inside an element that is marked as Chinese and not converted yet. */
  show(box: Element): void {
    for (const root of box.querySelectorAll('[lang|="zh" i]')) {
      if (root.parentElement?.closest('[lang|="zh" i]')) continue
      const runs: Text[][] = [[]]
      this.#collect(root, runs)
      for (const run of runs) this.#convert(run)
    }
  }

  /** Restores every text and `lang` attribute. */
  restore(): void {
    for (const [node, { written, shown }] of this.#texts) {
      // Other code has changed this node since: its text is no longer ours to restore.
      if (node.data === shown) node.data = written
    }
    for (const [element, language] of this.#languages) element.setAttribute('lang', language)
    this.#texts.clear()
    this.#languages.clear()
  }

  /** The original text of a node. */
  toWritten(node: Text): string {
    const known = this.#texts.get(node)
    return known !== undefined && node.data === known.shown ? known.written : node.data
  }

  /** Collects the text nodes of each line as one run: a phrase may begin in one element and end in another. */
  #collect(element: Element, runs: Text[][]): void {
    if (element.matches(kept) || !this.#enter(element)) return
    const isBlock = isBlockTag(element.localName)
    if (isBlock) runs.push([])
    for (const child of element.childNodes) {
      if (child instanceof Text) runs.at(-1)?.push(child)
      else if (child instanceof Element) this.#collect(child, runs)
    }
    if (isBlock) runs.push([])
  }

  /** Sets an element's `lang` to the script it is shown in. Returns false for an element in another language. */
  #enter(element: Element): boolean {
    const language = element.getAttribute('lang')
    if (language === null) return true
    if (!/^zh\b/i.test(language)) return false
    if (language === this.#shown.script) return true
    if (!this.#languages.has(element)) this.#languages.set(element, language)
    element.setAttribute('lang', this.#shown.script)
    return true
  }

  #convert(run: readonly Text[]): void {
    if (run.every((node) => node.data === this.#texts.get(node)?.shown)) return
    const written = run.map((node) => this.toWritten(node))
    const shown = this.#shown.convert(written.join(''))
    let start = 0
    for (const [at, node] of run.entries()) {
      const own = written[at] ?? ''
      const text = shown.slice(start, start + own.length)
      start += own.length
      if (node.data !== text) node.data = text
      this.#texts.set(node, { written: own, shown: text })
    }
  }
}
