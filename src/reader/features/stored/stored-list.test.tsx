// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act } from 'react'
import { expect, test, vi } from 'vitest'
import { findStored, type Stored } from '#reader/data/stored/find-stored.ts'
import { removeStored } from '#reader/data/stored/remove-stored.ts'
import { makeMount } from '#reader/testing/make-mount.ts'
import { StoredList } from './stored-list.tsx'

vi.mock('#reader/data/stored/find-stored.ts', () => ({
  findStored: vi.fn<() => Promise<Stored[]>>(),
}))
vi.mock('#reader/data/stored/remove-stored.ts', () => ({
  removeStored: vi.fn<(stored: Stored) => Promise<void>>(),
}))

const mount = makeMount()
const searches: Stored = { area: 'local', name: 'broadsheet.searches', kind: 'searches' }
const visited: Stored = { area: 'local', name: 'broadsheet.visited', kind: 'visited' }

function press(text: string): Promise<void> {
  const all = [...mount.box.querySelectorAll('button')]
  const found = all.find(({ textContent }) => textContent === text)
  if (found === undefined) throw new Error(`no button says ${text}`)
  return act(async () => found.click())
}

test('S25 "Try again" removes what could not be removed, and nothing else', async () => {
  vi.mocked(findStored).mockResolvedValue([searches, visited])
  vi.mocked(removeStored).mockRejectedValueOnce(new Error('no store'))
  mount.draw(
    <QueryClientProvider client={new QueryClient()}>
      <StoredList />
    </QueryClientProvider>,
  )
  await act(() => vi.waitFor(() => expect(mount.box.querySelector('li')).not.toBeNull()))
  await press('kept.remove')
  await act(() => vi.waitFor(() => expect(mount.box.textContent).toContain('retry')))
  await press('retry')
  await act(() => vi.waitFor(() => expect(mount.box.textContent).not.toContain('retry')))
  expect(vi.mocked(removeStored).mock.calls).toEqual([[searches], [searches]])
})
