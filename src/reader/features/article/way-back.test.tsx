// @vitest-environment jsdom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { createMemoryRouter, RouterProvider } from 'react-router-dom'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { loadArticleMessages } from '#article/load-messages.ts'
import { makeWords } from '#article/words.ts'
import { ArticleActions } from './article-actions.tsx'
import { WayBack } from './way-back.tsx'

const words = makeWords(await loadArticleMessages('en'), 'en')

let root: Root
let box: HTMLElement

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  box = document.createElement('div')
  document.body.append(box)
  root = createRoot(box)
})

afterEach(() => {
  act(() => root.unmount())
  box.remove()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

async function goBack(stepsFromList: number): Promise<{ action: string; address: string }> {
  const element = (
    <WayBack
      place={{ number: 12, total: 405 }}
      state={{ list: 'tag=a', stepsFromList }}
      words={words}
      locale="en"
    />
  )
  const router = createMemoryRouter(
    [
      { path: '/', element: 'list' },
      { path: '/posts/x', element },
    ],
    { initialEntries: ['/?tag=a', '/posts/x'] },
  )
  await act(async () => root.render(<RouterProvider router={router} />))
  expect(box.textContent).toContain('12 of 405')
  await act(async () => box.querySelector<HTMLElement>('.article-back')?.click())
  const { pathname, search } = router.state.location
  return { action: router.state.historyAction, address: pathname + search }
}

test.each([
  ['in history, where the list lies behind', 1, 'POP'],
  ['by its address after a cold start', 0, 'PUSH'],
])('the list is reached %s', async (_, steps, action) => {
  expect(await goBack(steps)).toEqual({ action, address: '/?tag=a' })
})

function said(): string | undefined {
  return box.querySelector('.article-copy output')?.textContent
}

test('"Link copied" stands for two seconds, in the button’s place', async () => {
  vi.useFakeTimers()
  vi.stubGlobal('navigator', { clipboard: { writeText: async () => undefined } })
  act(() => root.render(<ArticleActions url="https://example.org/" title="Lamp" words={words} />))
  await act(async () => box.querySelector('button')?.click())
  expect(said()).toBe('Link copied')
  act(() => {
    vi.advanceTimersByTime(2000)
  })
  expect(said()).toBe('')
})
