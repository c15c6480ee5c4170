// @vitest-environment jsdom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { beforeEach, expect, test, vi } from 'vitest'
import { makeMemoryHistory } from '#reader/testing/memory-history.ts'
import { Link } from './link.tsx'
import { Outlet, RouterProvider } from './router-provider.tsx'
import { Router } from './router.ts'
import { useLoaderData, useNextLocation, useOutletContext, useRouteError } from './use-router.ts'

const drawLayout = vi.fn<() => void>()

function Layout() {
  drawLayout()
  return (
    <>
      <Link to="/">list</Link>
      <Link to="/posts/a" className="post">
        post
      </Link>
      <Loading />
      <Outlet context="shared" />
    </>
  )
}

function Loading() {
  return <p>{useNextLocation()?.pathname}</p>
}

function Post() {
  const data = String(useLoaderData())
  if (data === 'broken') throw new Error('cannot be drawn')
  return <article>{`${data}, ${String(useOutletContext())}`}</article>
}

function Failure() {
  const error = useRouteError()
  return <article>{error instanceof Error ? `failed: ${error.message}` : ''}</article>
}

async function open(load: (id: string) => unknown) {
  const elements = { errorElement: <Failure /> }
  const router = new Router({
    history: makeMemoryHistory('/'),
    layout: { ...elements, element: <Layout />, load: () => null },
    routes: [
      { ...elements, pattern: '/', element: <article>rows</article>, load: () => null },
      {
        ...elements,
        pattern: '/posts/:id',
        element: <Post />,
        load: ({ params }) => load(params['id'] ?? ''),
      },
    ],
  })
  await router.start()
  const box = document.createElement('div')
  document.body.replaceChildren(box)
  // What an error element shows is reported by the reader's own root: see `mount-reader.tsx`.
  const root = createRoot(box, { onCaughtError: () => undefined })
  await act(async () => root.render(<RouterProvider router={router} />))
  const click = (selector: string, keys: MouseEventInit = {}) =>
    act(async () => {
      const options = { bubbles: true, cancelable: true, ...keys }
      box.querySelector(selector)?.dispatchEvent(new MouseEvent('click', options))
    })
  const go = (path: string) => act(() => router.navigate(path))
  return { router, click, go, text: () => box.querySelector('article')?.textContent, box }
}

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  drawLayout.mockClear()
})

test('a plain click on a link shows its page inside the layout', async () => {
  const { click, text } = await open((id) => `post ${id}`)
  expect(text()).toBe('rows')
  await click('.post')
  expect(text()).toBe('post a, shared')
  expect(drawLayout).toHaveBeenCalledTimes(1)
})

test.each([
  ['the control key', { ctrlKey: true }],
  ['the middle button', { button: 1 }],
])('a click with %s is left to the browser', async (_, keys) => {
  const { click, text } = await open(() => 'post')
  await click('.post', keys)
  expect(text()).toBe('rows')
})

test('a link to the shown address makes no second history entry', async () => {
  const { router, click } = await open(() => 'post')
  await click('.post')
  expect(router.state.type).toBe('PUSH')
  await click('.post')
  expect(router.state.type).toBe('REPLACE')
})

test('S24 what cannot be loaded or drawn is replaced by its error element, until another page is shown', async () => {
  const { go, text } = await open((id) => {
    if (id === 'gone') throw new Error('gone')
    return id
  })
  await go('/posts/gone')
  expect(text()).toBe('failed: gone')
  await go('/posts/broken')
  expect(text()).toBe('failed: cannot be drawn')
  await go('/posts/whole')
  expect(text()).toBe('whole, shared')
})

test('shows where a navigation leads, and draws nothing else meanwhile', async () => {
  const loading: ((text: string) => void)[] = []
  const { router, box } = await open(() => new Promise<string>((resolve) => loading.push(resolve)))
  let opening: Promise<void> | undefined
  await act(async () => {
    opening = router.navigate('/posts/a')
  })
  expect(box.querySelector('p')?.textContent).toBe('/posts/a')
  expect(box.querySelector('article')?.textContent).toBe('rows')
  expect(drawLayout).toHaveBeenCalledTimes(1)
  await act(async () => {
    loading[0]?.('late')
    await opening
  })
  expect(box.querySelector('article')?.textContent).toBe('late, shared')
})
