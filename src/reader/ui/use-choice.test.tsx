// @vitest-environment jsdom
import { act } from 'react'
import { expect, test, vi } from 'vitest'
import { makeMount } from '#reader/testing/make-mount.ts'
import { useChoice } from './use-choice.ts'

const mount = makeMount()

function Control({ value, onChoose }: { value: string; onChoose: (value: string) => unknown }) {
  const [shown, choose] = useChoice(value, onChoose)
  return (
    <button type="button" onClick={() => choose('oldest')}>
      {shown}
    </button>
  )
}

const press = () => act(() => mount.box.querySelector('button')?.click())

test('a choice is shown before it is acted on', async () => {
  const acted = vi.fn<(value: string) => void>()
  mount.draw(<Control value="newest" onChoose={acted} />)
  press()
  expect(mount.box.textContent).toBe('oldest')
  expect(acted).not.toHaveBeenCalled()
  await act(() => vi.waitFor(() => expect(acted).toHaveBeenCalledWith('oldest')))
})

test('a choice that came to nothing is no longer shown', async () => {
  const choosing = { end: () => {} }
  const onChoose = () =>
    new Promise<void>((resolve) => {
      choosing.end = resolve
    })
  mount.draw(<Control value="newest" onChoose={onChoose} />)
  press()
  const end = choosing.end
  await act(() => vi.waitFor(() => expect(choosing.end).not.toBe(end)))
  expect(mount.box.textContent).toBe('oldest')
  // Resolved, then settled, then drawn.
  await act(async () => choosing.end())
  await act(async () => {})
  expect(mount.box.textContent).toBe('newest')
})

test('a choice is acted on once when the page is left before it is painted', async () => {
  const acted = vi.fn<(value: string) => void>()
  mount.draw(<Control value="newest" onChoose={acted} />)
  press()
  dispatchEvent(new Event('pagehide'))
  expect(acted).toHaveBeenCalledWith('oldest')
  await act(() => new Promise((resolve) => requestAnimationFrame(resolve)))
  await act(() => new Promise((resolve) => requestAnimationFrame(resolve)))
  expect(acted).toHaveBeenCalledTimes(1)
})
