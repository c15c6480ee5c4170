import { expect, test, vi } from 'vitest'
import { WorkBudget } from './work-budget.ts'

test('long work yields to others whenever a slice is used up', async () => {
  const clock = vi.spyOn(performance, 'now').mockReturnValue(0)
  const budget = new WorkBudget()
  let turns = 0
  for (let ms = 0; ms <= 80; ms++) {
    clock.mockReturnValue(ms)
    let hadTurn = false
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', () => (hadTurn = true), { once: true })
    port1.start()
    port2.postMessage(undefined)
    await budget.rest()
    if (hadTurn) turns++
    port1.close()
  }
  expect(turns).toBe(11)
})

test('work begins only after yielding to the browser, however many tasks begin together', async () => {
  const budget = new WorkBudget()
  let hasBegun = false
  const begin = async () => {
    await budget.rest()
    hasBegun = true
  }
  const all = Promise.all([begin(), begin(), begin()])
  for (let microtask = 0; microtask < 100; microtask++) await Promise.resolve()
  expect(hasBegun).toBe(false)
  await all
  expect(hasBegun).toBe(true)
})
