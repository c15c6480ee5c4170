// @vitest-environment jsdom
import { act } from 'react'
import { expect, test } from 'vitest'
import { makeMount } from '#reader/testing/make-mount.ts'
import { lazyPart } from './lazy-part.tsx'

const mount = makeMount()

test('S24 stands in for a part whose code failed, and a retry shows it', async () => {
  const answers = [Promise.reject(new Error('gone')), Promise.resolve(() => <p>whole</p>)]
  const Part = lazyPart(
    () => answers.shift() ?? Promise.reject(new Error('asked too often')),
    ({ onRetry }) => (
      <button type="button" onClick={onRetry}>
        again
      </button>
    ),
  )
  mount.draw(<Part />)
  await act(() => Promise.resolve())
  expect(mount.box.textContent).toBe('again')
  await act(async () => mount.box.querySelector('button')?.click())
  expect(mount.box.textContent).toBe('whole')
})
