// @vitest-environment jsdom
import { act } from 'react'
import { Outlet, RouterProvider } from '#reader/router/router-provider.tsx'
import { Router } from '#reader/router/router.ts'
import { expect, test } from 'vitest'
import { loadArticleMessages } from '#article/load-messages.ts'
import { makeWords } from '#article/words.ts'
import { makeMemoryHistory } from '#reader/testing/memory-history.ts'
import { makeMount } from '#reader/testing/make-mount.ts'
import { WayBack } from './way-back.tsx'

const words = makeWords(await loadArticleMessages('en'), 'en')

const mount = makeMount()

async function goBack(stepsFromList: number): Promise<{ action: string; address: string }> {
  const element = (
    <WayBack
      place={{ number: 12, total: 405 }}
      state={{ list: 'tag=a', stepsFromList }}
      words={words}
    />
  )
  // The list and the article: the router of the test keeps its own history.
  history.pushState(null, '')
  const view = { errorElement: null, load: () => null }
  const router = new Router({
    history: makeMemoryHistory('/?tag=a', '/posts/x'),
    layout: { ...view, element: <Outlet context={null} /> },
    routes: [
      { ...view, pattern: '/', element: 'list' },
      { ...view, pattern: '/posts/x', element },
    ],
  })
  await router.start()
  await act(async () => mount.draw(<RouterProvider router={router} />))
  expect(mount.box.textContent).toContain('12 of 405')
  await act(async () => mount.box.querySelector<HTMLElement>('.article-back')?.click())
  const { pathname, search } = router.state.location
  return { action: router.state.type, address: pathname + search }
}

test.each([
  ['back in history when the list is behind', 1, 'POP'],
  ['to its address after a cold start', 0, 'PUSH'],
])('the link to the list leads %s', async (_, steps, action) => {
  expect(await goBack(steps)).toEqual({ action, address: '/?tag=a' })
})
