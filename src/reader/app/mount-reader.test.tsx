// @vitest-environment jsdom
import { act, Component, useEffect, useLayoutEffect, type ReactNode } from 'react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { DataError } from '#reader/data/files/data-error.ts'
import { mountReader } from './mount-reader.tsx'

/** As the router has one around every page. */
class Boundary extends Component<{ children: ReactNode }, { hasError: boolean }> {
  override state = { hasError: false }

  static getDerivedStateFromError() {
    return { hasError: true }
  }

  override render() {
    return this.state.hasError ? <p>An error message</p> : this.props.children
  }
}

const fault = new TypeError('counts.toSorted is not a function')
let box = document.createElement('div')
const thrown: unknown[] = []

const note = (event: ErrorEvent) => {
  thrown.push(event.error)
  event.preventDefault()
}

beforeEach(() => {
  vi.useFakeTimers()
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  vi.stubGlobal('scrollTo', () => undefined)
  box = document.createElement('div')
  box.innerHTML = '<main class="newest"><article>A row</article></main>'
  document.body.replaceChildren(box)
  window.addEventListener('error', note)
  thrown.length = 0
})

afterEach(() => {
  window.removeEventListener('error', note)
  vi.useRealTimers()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

async function mount(reader: ReactNode): Promise<void> {
  await act(async () => mountReader(box, <Boundary>{reader}</Boundary>))
}

function runTimers(): void {
  try {
    vi.runAllTimers()
  } catch (error) {
    thrown.push(error)
  }
}

function Throwing({ error }: { error: unknown }): ReactNode {
  throw error
}

function ThrowingInEffect({ isLate }: { isLate: boolean }) {
  useLayoutEffect(() => {
    if (!isLate) throw fault
  }, [isLate])
  useEffect(() => {
    if (isLate) throw fault
  }, [isLate])
  return 'A view'
}

test('the reader takes the place of the page', async () => {
  await mount('A view')
  runTimers()
  expect(box.textContent).toBe('A view')
  expect(thrown).toEqual([])
})

describe('the page comes back, with its own nodes, when the first view fails', () => {
  test.each([
    ['while it is drawn', <Throwing key="" error={fault} />],
    ['before it is painted', <ThrowingInEffect key="" isLate={false} />],
    ['after it is painted', <ThrowingInEffect key="" isLate />],
  ])('%s', async (_, reader) => {
    const row = box.querySelector('article')
    await mount(reader)
    expect(box.querySelector('article')).toBe(row)
    expect(box.textContent).toBe('A row')
    runTimers()
    expect(thrown).toEqual([fault])
  })
})

test('a file that is missing is told in place of the page', async () => {
  const error = new DataError('offline', 'data/timeline/a.json', {})
  await mount(<Throwing error={error} />)
  expect(box.textContent).toBe('An error message')
  runTimers()
  expect(thrown).toEqual([error])
})

/** A first view that scrolls before it is painted, as the router does and an article that is returned to. */
function Scrolling({ to }: { to: number }) {
  useLayoutEffect(() => {
    window.scrollTo({ top: to })
  }, [to])
  return 'A view'
}

function scrollTo({ top }: { top: number }): void {
  vi.stubGlobal('scrollY', top)
}

describe('the window', () => {
  test.each([
    ['stays where it was when the router goes to the top', 701, 0, 701],
    ['is where the first view puts it, at the line that was read', 701, 1085, 1085],
    ['is there too when the page was at its top', 0, 1085, 1085],
  ])('%s', async (_, from, to, top) => {
    vi.stubGlobal('scrollTo', scrollTo)
    vi.stubGlobal('scrollY', from)
    await mount(<Scrolling to={to} />)
    runTimers()
    expect(window.scrollY).toBe(top)
  })

  test('is where it was when the page comes back', async () => {
    vi.stubGlobal('scrollTo', scrollTo)
    vi.stubGlobal('scrollY', 701)
    await mount(
      <>
        <Scrolling to={1085} />
        <ThrowingInEffect isLate />
      </>,
    )
    runTimers()
    expect(window.scrollY).toBe(701)
  })

  test.each([
    ['comes back when a browser goes to the top while the page loads', [0], 677],
    ['follows what else scrolls', [677, 762, 0], 762],
    ['goes to the top with who gave a sign', ['wheel', 0], 0],
    ['goes to the top with who goes back', ['popstate', 0], 0],
  ])('%s', async (_, steps, top) => {
    vi.stubGlobal('scrollTo', scrollTo)
    vi.stubGlobal('scrollY', 677)
    vi.spyOn(document, 'readyState', 'get').mockReturnValue('interactive')
    await mount('A view')
    for (const step of steps) {
      if (typeof step === 'number') vi.stubGlobal('scrollY', step)
      window.dispatchEvent(new Event(typeof step === 'number' ? 'scroll' : step))
    }
    expect(window.scrollY).toBe(top)
  })

  test('goes to the top later, when the page has long loaded', async () => {
    vi.stubGlobal('scrollTo', scrollTo)
    vi.stubGlobal('scrollY', 677)
    vi.spyOn(document, 'readyState', 'get').mockReturnValue('interactive')
    await mount('A view')
    window.dispatchEvent(new Event('load'))
    runTimers()
    vi.stubGlobal('scrollY', 0)
    window.dispatchEvent(new Event('scroll'))
    expect(window.scrollY).toBe(0)
  })
})
