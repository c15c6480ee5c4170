// What can be seen of a page. Each function is sent to the browser as text, so it uses nothing from outside itself.

/** The page's heading. */
export function readTitle(): string | undefined {
  return document.querySelector('h1')?.textContent
}

/** Titles of the rows that are drawn. */
export function readRows(): string[] {
  return [...document.querySelectorAll('main article a')].map((link) => link.textContent)
}

/** What the list says of its length. */
export function readCount(): string | undefined {
  return document.querySelector('main output')?.textContent
}

/** What the page says of itself as it changes, such as the step from hit to hit. */
export function readOutputs(): string[] {
  return [...document.querySelectorAll('output')].map((output) => output.textContent)
}

/** The marked hits in the rows. */
export function readMarks(): string[] {
  return [...document.querySelectorAll('main article mark')].map((mark) => mark.textContent)
}

/** The title of the first row in the lower half of the window and its distance from the top of the window. */
export function readMiddleRow(): { title: string; top: number } {
  const links = [...document.querySelectorAll('main article a')]
  const link = links.find((candidate) => candidate.getBoundingClientRect().top > innerHeight / 2)
  return { title: link?.textContent ?? '', top: link?.getBoundingClientRect().top ?? 0 }
}

/** Distance of the row with a title from the top of the window; infinite when it is not drawn. */
export function readPlaceOf(title: string): number {
  const links = [...document.querySelectorAll('main article a')]
  const link = links.find((candidate) => candidate.textContent === title)
  return link?.getBoundingClientRect().top ?? Number.MAX_VALUE
}

/** The colour under everything. */
export function readBackground(): string {
  const ofBody = getComputedStyle(document.body).backgroundColor
  return ofBody === 'rgba(0, 0, 0, 0)'
    ? getComputedStyle(document.documentElement).backgroundColor
    : ofBody
}

/** The text of what has the focus. */
export function readFocus(): string | undefined {
  return document.activeElement?.textContent
}

/** How many dialogs are open. */
export function readOpenDialogs(): number {
  return document.querySelectorAll('dialog[open]').length
}

/** Whether the article has its menu of forms to copy. */
export function hasMenu(): boolean {
  return document.querySelector('[aria-haspopup=menu]') !== null
}

/** Selects the last long paragraph of the article and gives its text. */
export function selectLastParagraph(): string {
  const paragraphs = [...document.querySelectorAll('article p')]
  const last = paragraphs.findLast(({ textContent }) => textContent.length > 60)
  if (last === undefined) return ''
  getSelection()?.selectAllChildren(last)
  return last.textContent
}

/** Whether the paragraph with a text can be seen. */
export function isInWindow(text: string): boolean {
  const paragraphs = [...document.querySelectorAll('article p')]
  const found = paragraphs.find(({ textContent }) => textContent === text)
  const place = found?.getBoundingClientRect()
  return place !== undefined && place.top >= 0 && place.top < innerHeight
}

declare global {
  interface Window {
    /** What the page has last copied: no engine lets a driver read the clipboard in the same way. */
    copied?: string
  }
}

/** Keeps what the page copies from now on. */
export function keepCopied(): void {
  const clipboard = {
    writeText(text: string) {
      window.copied = text
      return Promise.resolve()
    },
  }
  Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true })
}

/** What was copied since. */
export function readCopied(): string {
  return window.copied ?? ''
}
