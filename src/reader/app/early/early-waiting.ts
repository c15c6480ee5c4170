import { canRunReader } from './early-engine.ts'

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

/** Writes the query and the values of the address; the reader will name the view in full. */
function nameView(box: HTMLElement): void {
  const heading = box.querySelector('h1')
  if (heading === null || box.dataset['words'] === undefined) return
  const words = JSON.parse(box.dataset['words']) as Readonly<Record<string, string>>
  const parts: string[] = []
  for (const [name, value] of new URLSearchParams(location.search)) {
    const pattern = words[name]
    if (pattern !== undefined) parts.push(pattern.replace('{{value}}', () => value.slice(0, 60)))
  }
  if (parts.length === 0) return
  heading.textContent = parts.join(' · ')
  document.title = `${parts.join(' · ')} · ${document.title}`
}
