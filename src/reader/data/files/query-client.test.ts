import { expect, test } from 'vitest'
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
