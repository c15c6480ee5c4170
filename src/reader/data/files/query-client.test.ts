import { expect, test, vi } from 'vitest'
import { DataError } from './data-error.ts'
import { buildQueryClient } from './query-client.ts'

test('S24 a failure is not cached as a success: the next use fetches again', async () => {
  const client = buildQueryClient()
  let attempts = 0
  const query = {
    queryKey: ['shard', 1],
    queryFn: () => {
      attempts++
      return attempts === 1
        ? Promise.reject(new DataError('corrupt', 'x', {}))
        : Promise.resolve('rows')
    },
  }
  await expect(client.ensureQueryData(query)).rejects.toThrow('x: corrupt')
  await expect(client.ensureQueryData(query)).resolves.toBe('rows')
})

test('S24 one failed shard leaves the others usable', async () => {
  const client = buildQueryClient()
  const good = client.ensureQueryData({ queryKey: ['shard', 1], queryFn: () => 'rows' })
  const bad = client.ensureQueryData({
    queryKey: ['shard', 2],
    queryFn: () => Promise.reject(new DataError('status', 'x', { status: 404 })),
  })
  await expect(bad).rejects.toThrow('status 404')
  await expect(good).resolves.toBe('rows')
})

test('S24 a file is asked for three times, however many queries wait for it', async () => {
  vi.useFakeTimers()
  const client = buildQueryClient()
  let attempts = 0
  const file = {
    queryKey: ['file'],
    queryFn: () => {
      attempts++
      return Promise.reject(new DataError('offline', 'x', {}))
    },
  }
  const calendar = { queryKey: ['calendar'], queryFn: () => client.ensureQueryData(file) }
  const article = { queryKey: ['article'], queryFn: () => client.ensureQueryData(calendar) }
  const failed = client.ensureQueryData(article).catch((error: unknown) => String(error))
  await vi.runAllTimersAsync()
  expect(await failed).toContain('x: offline')
  expect(attempts).toBe(3)
  vi.useRealTimers()
})
