// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act } from 'react'
import { expect, test, vi } from 'vitest'
import { openFilter } from '#core/selection/timeline-filter.ts'
import { makeMount } from '#reader/testing/make-mount.ts'
import { SizeHint } from './size-hint.tsx'

const mount = makeMount()

test('a size that cannot be told is not looked for for ever', async () => {
  const answers: ((error: Error) => void)[] = []
  vi.stubGlobal('fetch', () => new Promise((_, reject) => void answers.push(reject)))
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  mount.draw(
    <QueryClientProvider client={client}>
      <SizeHint filter={openFilter} pictures="keep" />
    </QueryClientProvider>,
  )
  expect(mount.box.textContent).toBe('takeAlong.sizing')
  await act(() => vi.waitFor(() => expect(answers).not.toEqual([])))
  for (const reject of answers) reject(new TypeError('offline'))
  await act(() => vi.waitFor(() => expect(mount.box.textContent).toBe('takeAlong.sizeUnknown')))
})
