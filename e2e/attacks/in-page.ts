// `inPageScript` injects these functions into the page under test. They can use the page and each other, nothing else.

/** Whether a click on a link opens a new window without a handle on this page and without telling anyone (`ping`). */
function leavesSafely(link: Element): boolean {
  return (
    link instanceof HTMLAnchorElement &&
    (link.protocol === 'mailto:' ||
      (/^https?:$/.test(link.protocol) &&
        link.target === '_blank' &&
        link.relList.contains('noopener') &&
        !link.hasAttribute('ping') &&
        !link.hasAttribute('download')))
  )
}

/** Whether a link leads to neither a host nor a view of this page: the views of a file have its own path, all others are other files. */
function leadsElsewhere(link: Element | null): boolean {
  if (!(link instanceof HTMLAnchorElement) || link.href === '') return false
  const isView = link.protocol === location.protocol && link.pathname === location.pathname
  return !isView && !/^https?:$/.test(link.protocol)
}

/**
 * Fires every handler attribute in the article, hovers and focuses every element, and clicks everything in the box of
 * its text: the parent of the paragraph that begins with `label`, or the article itself when `label` is empty. Skips
 * links that open a new window without a handle on this page, the only ones allowed to leave, and buttons of type
 * `button`, which do nothing on their own: they are the reader's, to load one picture or one player.
 */
export function pokeArticle(label: string): void {
  const article = document.querySelector('article') ?? document.body
  const paragraphs = label === '' ? [] : [...article.querySelectorAll('p')]
  const mark = paragraphs.find(({ textContent }) => textContent.startsWith(label))
  const box = mark?.parentElement ?? (label === '' ? article : undefined)
  const everything = [...article.querySelectorAll('*')].slice(0, 3000)
  for (const element of everything) {
    const handlers = element.getAttributeNames().filter((name) => /^on./i.test(name))
    const events = ['pointerover', 'mouseover', 'focus', ...handlers.map((name) => name.slice(2))]
    for (const type of events) element.dispatchEvent(new Event(type))
  }
  for (const element of everything) {
    const link = element.closest('a')
    if (!leadsElsewhere(link) && box?.contains(element) !== true) continue
    if ((link !== null && link !== element) || leavesSafely(element)) continue
    if (element.closest('button[type=button]') !== null) continue
    element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))
  }
}

/** Properties of `document` and known globals that an element of the article has clobbered. */
export function findClobbered(): string[] {
  const clobbered: string[] = []
  let prototype: object | null = Object.getPrototypeOf(document)
  while (prototype !== null) {
    for (const [name, property] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
      const expected: unknown = property.get ? property.get.call(document) : property.value
      const found: unknown = Reflect.get(document, name)
      const isElement = found instanceof Node || found instanceof HTMLCollection
      const isFrame = typeof found === 'object' && found !== null && 'frameElement' in found
      if (typeof found !== typeof expected || ((isElement || isFrame) && found !== expected)) {
        clobbered.push(`document.${name}`)
      }
    }
    prototype = Object.getPrototypeOf(prototype)
  }
  for (const name of ['__REACT_DEVTOOLS_GLOBAL_HOOK__', '__BROADSHEET__']) {
    if (name in window) clobbered.push(`window.${name}`)
  }
  return clobbered
}

/**
 * Points of the window where the article is on top although they lie outside the box of its text (two levels above the
 * paragraph that begins with `label`, or the article itself when there is none), or where the interface is gone.
 */
export function findCovered(label: string): string[] {
  const article = document.querySelector('article')
  const banner = document.querySelector('header:not(article header)')
  if (article === null || banner === null) return ['the interface is gone']
  const paragraphs = label === '' ? [] : [...article.querySelectorAll('p')]
  const mark = paragraphs.find(({ textContent }) => textContent.startsWith(label))
  const text = mark?.parentElement?.parentElement ?? article
  const covered: string[] = []
  const box = text.getBoundingClientRect()
  for (let x = 10; x < innerWidth; x += innerWidth / 12) {
    for (let y = 5; y < innerHeight; y += innerHeight / 10) {
      const inside = x >= box.left && x <= box.right && y >= box.top && y <= box.bottom
      const top = document.elementFromPoint(x, y)
      if (!inside && top !== null && text.contains(top)) covered.push(`${x},${y} ${top.tagName}`)
    }
  }
  const bar = banner.getBoundingClientRect()
  if (bar.bottom > 0 || scrollY === 0) {
    const top = document.elementFromPoint(bar.left + bar.width / 2, bar.top + bar.height / 2)
    if (top === null || article.contains(top)) covered.push('the banner')
  }
  if (bar.width * bar.height === 0 || getComputedStyle(banner).visibility !== 'visible') {
    covered.push('the banner is hidden')
  }
  return covered
}

/** An article to open, and how to recognize it. */
export interface Reading {
  /** Address of the article; absent when the page already shows it. */
  path?: string
  label: string
  /** Whether the reader's refusal to show the article counts as showing it. */
  mayRefuse: boolean
  /** Most frames to wait for the article. */
  mostFrames: number
  /** Whether to scan the whole window for parts the article covers, which is slow. */
  mayCover: boolean
}

/** What happened when an article was opened. */
export interface Impression {
  shown: boolean
  clobbered: string[]
  covered: string[]
}

function isShown({ label, mayRefuse }: Reading): boolean {
  const said = document.querySelector('article')?.textContent ?? ''
  return said.includes(label) || (mayRefuse && document.querySelector('[role=alert]') !== null)
}

async function untilNextFrame(): Promise<void> {
  await new Promise((resolve) => {
    requestAnimationFrame(resolve)
  })
}

/** Navigates to an article without reloading the page, touches everything in it and inspects the page afterwards. */
export async function readInside(reading: Reading): Promise<Impression> {
  if (reading.path !== undefined) {
    history.pushState(null, '', reading.path)
    dispatchEvent(new PopStateEvent('popstate', { state: null }))
  }
  for (let frame = 0; frame < reading.mostFrames && !isShown(reading); frame++) {
    await untilNextFrame()
  }
  const before = reading.mayCover ? findCovered(reading.label) : []
  pokeArticle(reading.label)
  // One frame for handlers and requests that wait for it, and one more for their effects to show.
  await untilNextFrame()
  await untilNextFrame()
  const covered = reading.mayCover ? [...before, ...findCovered(reading.label)] : before
  return { shown: isShown(reading), covered, clobbered: findClobbered() }
}

/** Reads articles one after another. */
export async function readEach(readings: Reading[]): Promise<Impression[]> {
  const impressions: Impression[] = []
  for (const reading of readings) impressions.push(await readInside(reading))
  return impressions
}

const tools = {
  leavesSafely,
  leadsElsewhere,
  pokeArticle,
  findClobbered,
  findCovered,
  isShown,
  untilNextFrame,
  readInside,
  readEach,
}

/** Script that defines these functions in every page of a context. */
export const inPageScript = `Object.assign(globalThis, { ${toSource(tools)} })`

function toSource(functions: Record<string, { toString: () => string }>): string {
  return Object.entries(functions)
    .map(([name, inPage]) => `${name}: ${inPage.toString()}`)
    .join(', ')
}
