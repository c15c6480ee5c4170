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
