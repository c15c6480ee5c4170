import type { NameWords } from '#article/view/name-words.ts'
import { canRunReader } from './early-engine.ts'
import { readEarlySearch } from './early-search.ts'
import { toEarlyName } from './early-name.ts'

/** How long the page waits for the reader before it says that it waits, milliseconds. */
const longMs = 10_000

/**
 * While the reader loads, names the view that the address asks for and shows that it is coming; says so when it takes long
 * or cannot come. The prerendered rows are the newest posts: they never stand below the name of another view.
 */
export function showWaiting(): void {
  let failure = canRunReader() ? undefined : 'fault'
  let box: HTMLElement | null = null
  const tell = (part: string) => {
    for (const element of box?.querySelectorAll<HTMLElement>('[data-wait]') ?? []) {
      const { wait } = element.dataset
      if (wait === 'rows') element.hidden = part !== 'slow'
      else element.hidden = wait !== part && wait !== 'ways'
    }
  }
  const show = () => {
    box = document.querySelector<HTMLElement>('[data-wait="view"]')
    const isNewest = box?.closest('.newest') !== null
    if (box === null || (isNewest && document.documentElement.dataset['rows'] !== 'others')) {
      box = null
      return
    }
    nameView(box)
    box.querySelector('button')?.addEventListener('click', () => {
      location.reload()
    })
    for (const other of box.parentElement?.children ?? []) {
      if (other instanceof HTMLElement) other.hidden = other !== box
    }
    if (failure !== undefined) tell(failure)
  }
  if (document.readyState === 'loading') {
    document.addEventListener('readystatechange', show, { once: true })
  } else {
    show()
  }
  const fail = (part: string) => {
    failure = part
    tell(part)
  }
  // The event of a script that cannot be loaded does not bubble. One that does not parse, or throws, tells the window; once the
  // reader has drawn its first view, what is told here is no longer on the page.
  addEventListener(
    'error',
    (event) => {
      if (event.target instanceof HTMLScriptElement) fail('failed')
      else if (event instanceof ErrorEvent && event.error instanceof Error) fail('fault')
    },
    true,
  )
  addEventListener('unhandledrejection', () => fail('fault'))
  setTimeout(() => {
    if (failure === undefined) tell('slow')
  }, longMs)
}

/**
 * Names the view as the reader will. A page that is no list keeps its general heading: what it is, its data will tell. So
 * does every page in an engine that cannot run the reader and lacks what names are made with.
 */
function nameView(box: HTMLElement): void {
  const heading = box.querySelector('h1')
  const { view, words } = box.dataset
  if (heading === null) return
  const general = heading.textContent
  const parts = view === 'list' ? [] : [general]
  const search = readEarlySearch()
  if (words !== undefined && search !== '') {
    try {
      parts.push(toEarlyName(search, JSON.parse(words) as NameWords) ?? '')
    } catch {
      // The general heading is right too.
    }
  }
  const name = parts.filter((part) => part !== '').join(' · ')
  if (name === '') return
  heading.textContent = name
  // The reader names the view anew, maybe in another language.
  document.documentElement.dataset['title'] = document.title
  document.title = `${name} · ${document.title}`
}
