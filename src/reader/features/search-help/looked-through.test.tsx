// @vitest-environment jsdom
import { focusManager, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act } from 'react'
import { expect, test, vi } from 'vitest'
import { makeMount } from '#reader/testing/make-mount.ts'
import { LookedThrough } from './looked-through.tsx'

const mount = makeMount()

test('a search without a network is asked for again once its host has answered since', async () => {
  const onReached = vi.fn<() => void>()
  let isReached = false
  const host = vi.fn<() => Promise<Response>>(async () => {
    await Promise.resolve()
    if (!isReached) throw new TypeError('no network')
    return new Response()
  })
  vi.stubGlobal('fetch', host)
  const client = new QueryClient()
  const draw = (searchedAt: number) =>
    mount.draw(
      <QueryClientProvider client={client}>
        <LookedThrough posts={3} searchedAt={searchedAt} onReached={onReached} />
      </QueryClientProvider>,
    )
  const comeBack = async () => {
    const before = host.mock.calls.length
    await act(async () => {
      focusManager.setFocused(false)
      focusManager.setFocused(true)
      await vi.waitFor(() => expect(host.mock.calls.length).toBeGreaterThan(before))
    })
  }
  draw(0)
  await act(() => vi.waitFor(() => expect(host).toHaveBeenCalledTimes(1)))
  expect(mount.box.textContent).toBe('search.lookedThrough')
  await comeBack()
  expect(onReached).not.toHaveBeenCalled()
  isReached = true
  await comeBack()
  await act(() => vi.waitFor(() => expect(onReached).toHaveBeenCalledTimes(1)))
  // The index failed once more after the host had answered: nothing is asked for until it answers again.
  draw(Number.MAX_SAFE_INTEGER)
  await comeBack()
  expect(onReached).toHaveBeenCalledTimes(1)
})
