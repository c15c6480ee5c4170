// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act } from 'react'
import { expect, test, vi } from 'vitest'
import { makeMount } from '#reader/testing/make-mount.ts'
import { StoredList } from './stored-list.tsx'

const mount = makeMount()

function press(text: string): Promise<void> {
  const all = [...mount.box.querySelectorAll('button')]
  const found = all.find(({ textContent }) => textContent === text)
  if (found === undefined) throw new Error(`no button says ${text}`)
  return act(async () => found.click())
}

async function drawList(): Promise<void> {
  mount.draw(
    <QueryClientProvider client={new QueryClient()}>
      <StoredList />
    </QueryClientProvider>,
  )
  await act(() => vi.waitFor(() => expect(mount.box.textContent).toContain('stored.again')))
}

test('S25 "Try again" removes what could not be removed, and nothing else', async () => {
  localStorage.setItem('broadsheet.searches', '[]')
  localStorage.setItem('broadsheet.visited', '[]')
  vi.spyOn(Storage.prototype, 'removeItem').mockImplementationOnce(() => {
    throw new Error('no store')
  })
  await drawList()
  await press('kept.remove')
  await act(() => vi.waitFor(() => expect(mount.box.textContent).toContain('retry')))
  expect(Object.keys(localStorage)).toEqual(['broadsheet.searches', 'broadsheet.visited'])
  await press('retry')
  await act(() => vi.waitFor(() => expect(mount.box.textContent).not.toContain('retry')))
  expect(Object.keys(localStorage)).toEqual(['broadsheet.visited'])
})

test('S25 an area that could not be looked at is named, and nothing is said to be stored nowhere', async () => {
  localStorage.clear()
  vi.stubGlobal('caches', { keys: () => Promise.reject(new Error('no store')) })
  await drawList()
  expect(mount.box.textContent).toContain('stored.unread')
  expect(mount.box.textContent).not.toContain('stored.none')
})
