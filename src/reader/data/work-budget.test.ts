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
