// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act } from 'react'
import { beforeEach, expect, test, vi } from 'vitest'
import { keepRead, removeRead } from '#reader/data/kept/change-kept.ts'
import { MemoryCaches } from '#reader/testing/memory-caches.ts'
import { makeMount } from '#reader/testing/make-mount.ts'
import { settingsStore } from '#reader/storage/settings-store.ts'
import { changeSettings } from '#reader/ui/use-settings.ts'
import { KeptSettings } from './kept-settings.tsx'

vi.mock('#reader/data/kept/change-kept.ts', () => ({
  keepRead: vi.fn<() => Promise<void>>(),
  removeRead: vi.fn<() => Promise<void>>(),
  removeAllKept: vi.fn<() => Promise<void>>(),
}))

const mount = makeMount()

beforeEach(() => {
  vi.stubGlobal('caches', new MemoryCaches())
  Object.defineProperty(navigator, 'serviceWorker', { value: {}, configurable: true })
})

function find(selector: string, text: string): HTMLElement {
  const all = [...mount.box.querySelectorAll<HTMLElement>(selector)]
  const found = all.find(({ textContent }) => textContent === text)
  if (found === undefined) throw new Error(`no ${selector} says ${text}`)
  return found
}

async function press(selector: string, text: string): Promise<void> {
  await act(async () => find(selector, text).click())
}

test('A12 "Try again" tries what failed, and keeps nothing that was not asked for', async () => {
  changeSettings({ keepRead: 'on', traces: 'keep' })
  vi.mocked(removeRead).mockRejectedValueOnce(new Error('no store'))
  mount.draw(
    <QueryClientProvider client={new QueryClient()}>
      <KeptSettings onClose={() => undefined} />
    </QueryClientProvider>,
  )
  await press('label', 'kept.read.off')
  await act(() => vi.waitFor(() => expect(mount.box.textContent).toContain('no store')))
  await press('button', 'retry')
  await act(() => vi.waitFor(() => expect(removeRead).toHaveBeenCalledTimes(2)))
  expect(keepRead).not.toHaveBeenCalled()
  expect(settingsStore.read().keepRead).toBe('off')
  expect(mount.box.textContent).not.toContain('no store')
})
