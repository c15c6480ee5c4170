// These functions run inside the page under test, where `inPageScript` puts them: they know the page and each other, nothing else.

/** Whether a click on a link opens a window of its own, without a handle on this page and without a word to anybody. */
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

/**
 * Fires every handler that is written on anything in the article, hovers and focuses it, and clicks everything in the
 * box of its text: the parent of the paragraph that begins with `label`, the article itself when there is none. Links that
 * open a window of their own without a handle on this page are the one thing that may leave, and are passed over; so are
 * buttons of type `button`, which do nothing by themselves: the reader's own, to load one picture or one player.
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
    const isForeign =
      link instanceof HTMLAnchorElement && link.href !== '' && !/^https?:$/.test(link.protocol)
    if (!isForeign && box?.contains(element) !== true) continue
    if ((link !== null && link !== element) || leavesSafely(element)) continue
    if (element.closest('button[type=button]') !== null) continue
    element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))
  }
}

/** Properties of `document` and known globals that an element of the article has taken over. */
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
 * Points of the window where the article lies on top although they are outside the box of its text (two levels above the
 * paragraph that begins with `label`; the article itself when there is none), or where the interface has gone.
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

/** An article to read, and how to know it. */
export interface Reading {
  /** Address of the article; absent when the page holds it already. */
  path?: string
  label: string
  /** Whether the reader's refusal to show the article counts as having read it. */
  mayRefuse: boolean
  /** Frames to wait for the article at most. */
  mostFrames: number
  /** Whether to look at the whole window for what the article covers, which takes its time. */
  mayCover: boolean
}

/** What reading an article showed. */
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

/** Goes to an article without loading the page again, touches everything in it and looks at what became of the page. */
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
  // Handlers and requests that wait for the next frame get it, and the one in which its effects show.
  await untilNextFrame()
  await untilNextFrame()
  const covered = reading.mayCover ? [...before, ...findCovered(reading.label)] : before
  return { shown: isShown(reading), covered, clobbered: findClobbered() }
}

const tools = {
  leavesSafely,
  pokeArticle,
  findClobbered,
  findCovered,
  isShown,
  untilNextFrame,
  readInside,
}

/** Script that gives every page of a context these functions. */
export const inPageScript = `Object.assign(globalThis, { ${toSource(tools)} })`

function toSource(functions: Record<string, { toString: () => string }>): string {
  return Object.entries(functions)
    .map(([name, inPage]) => `${name}: ${inPage.toString()}`)
    .join(', ')
}
