import { expect, test } from 'vitest'
import { eachAtOnce } from './each-at-once.ts'

const turn = () => new Promise((resolve) => queueMicrotask(() => resolve(undefined)))

test('does all, in order, and at most so many at a time', async () => {
  const begun: number[] = []
  let running = 0
  let most = 0
  await eachAtOnce([1, 2, 3, 4, 5, 6, 7], 3, async (item) => {
    begun.push(item)
    most = Math.max(most, ++running)
    await turn()
    running--
  })
  expect([begun, most]).toEqual([[1, 2, 3, 4, 5, 6, 7], 3])
})

test('begins nothing after a failure, and ends what runs before it is told', async () => {
  const done: number[] = []
  const work = async (item: number) => {
    await turn()
    if (item === 2) throw new Error('two')
    await turn()
    done.push(item)
  }
  await expect(eachAtOnce([1, 2, 3, 4, 5, 6], 2, work)).rejects.toThrow('two')
  expect(done).toEqual([1])
})
