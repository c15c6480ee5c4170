import { expect } from '@playwright/test'
import type { Role, Walker } from './walker.ts'
import type { WebDriverSession } from './webdriver.ts'

declare global {
  interface Window {
    /** What the page has complained about since it was opened. */
    complaints?: string[]
  }
}

/** What may have a role; the engine says which of them do. */
const candidates: Record<Role, string> = {
  button: 'button, [role=button]',
  checkbox: 'input[type=checkbox]',
  link: 'a[href]',
  menuitem: '[role=menuitem]',
  radio: 'input[type=radio]',
}

/** Code points of keys without a character. https://www.w3.org/TR/webdriver2/#keyboard-actions */
const keys: Record<string, string> = {
  ArrowDown: '\uE015',
  Enter: '\uE007',
  Escape: '\uE00C',
  Tab: '\uE004',
}

const elementKey = 'element-6066-11e4-a52e-4f735466cecf'

/** A walker that has to ask what the page complained about; Playwright tells it unasked. */
interface WebDriverWalker extends Walker {
  complaints(): Promise<string[]>
}

/** Walks in a browser that speaks plain WebDriver, which says nothing of the console: the page is made to keep its complaints. */
export function toWalker(session: WebDriverSession, site: string): WebDriverWalker {
  const read: Walker['read'] = async (look, ...values) =>
    (await session.run(`return (${String(look)})(...arguments)`, values)) as ReturnType<typeof look>
  const arrive = async () => {
    await read(keepComplaints)
    await expect.poll(() => read(isReaderThere)).toBe(true)
  }
  return {
    read,
    open: async (path) => {
      await session.send('POST', '/url', { url: new URL(path, site).href })
      await arrive()
    },
    reload: async () => {
      await session.send('POST', '/refresh', {})
      await arrive()
    },
    // The driver's own step skips history entries that were made without a gesture, and its clicks are none.
    back: () => read(() => history.back()),
    click: async (role, name) => {
      const element = await find(session, role, name)
      await session.send('POST', `/element/${element}/click`, {})
    },
    press: (key) => pressKeys(session, [keys[key] ?? key]),
    type: (text) => pressKeys(session, Array.from(text)),
    scroll: async (pixels) => {
      const turn = { type: 'scroll', x: 720, y: 450, deltaX: 0, deltaY: pixels, duration: 0 }
      await act(session, { type: 'wheel', id: 'wheel', actions: [turn] })
    },
    complaints: () => read(() => window.complaints ?? []),
  }
}

async function act(session: WebDriverSession, source: object): Promise<void> {
  await session.send('POST', '/actions', { actions: [source] })
}

function pressKeys(session: WebDriverSession, values: string[]): Promise<void> {
  const actions = values.flatMap((value) => [
    { type: 'keyDown', value },
    { type: 'keyUp', value },
  ])
  return act(session, { type: 'key', id: 'keyboard', actions })
}

/** The first element of a role and name, waited for. */
async function find(session: WebDriverSession, role: Role, name: string | RegExp): Promise<string> {
  const look = async () => {
    const found = await session.send('POST', '/elements', {
      using: 'css selector',
      value: candidates[role],
    })
    for (const { [elementKey]: id = '' } of found as Record<string, string>[]) {
      // What was drawn anew meanwhile has none.
      const label = await session.send('GET', `/element/${id}/computedlabel`).catch(() => undefined)
      if (typeof name === 'string' ? label !== name : !name.test(String(label))) continue
      if ((await session.send('GET', `/element/${id}/computedrole`)) === role) return id
    }
    return undefined
  }
  let element: string | undefined
  await expect
    .poll(async () => {
      element = await look()
      return element
    })
    .toBeDefined()
  return element ?? ''
}

function keepComplaints(): void {
  const kept: string[] = (window.complaints = [])
  addEventListener('error', ({ message }) => kept.push(message))
  addEventListener('unhandledrejection', ({ reason }) => kept.push(String(reason)))
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    kept.push(`${violatedDirective}: ${blockedURI}`),
  )
  for (const level of ['error', 'warn'] as const) {
    console[level] = (...words: unknown[]) => kept.push(words.map(String).join(' '))
  }
}

function isReaderThere(): boolean {
  return document.querySelector('main.newest') === null
}
