import { expect, test } from 'vitest'
import { WorkBudget } from './work-budget.ts'

test('long work lets others have their turn, and ends', async () => {
  let turns = 0
  const timer = setInterval(() => turns++, 1)
  const budget = new WorkBudget()
  const end = performance.now() + 60
  while (performance.now() < end) await budget.rest()
  clearInterval(timer)
  expect(turns).toBeGreaterThan(0)
})

test('work begins only after the browser has had its turn, however many begin together', async () => {
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
