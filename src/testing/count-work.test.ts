import { expect, test } from 'vitest'
import { countWork, doubleWork } from './count-work.ts'

function addUp(size: number): number {
  let sum = 0
  for (let at = 0; at < size; at++) sum += at
  return sum
}

function addUpAgain(size: number): number {
  let sum = 0
  for (let at = 0; at < size; at++) sum += addUp(at)
  return sum
}

test('every pass through a loop counts, as often as it is asked', () => {
  for (let turn = 0; turn < 3; turn++) {
    const { work, result } = countWork(() => addUp(10_000))
    expect(result).toBe(49_995_000)
    expect(work).toBeGreaterThanOrEqual(10_000)
    expect(work).toBeLessThan(20_100)
  }
})

test('work in proportion to the size doubles with it', () => {
  expect(doubleWork(1_000, addUp)).toBeCloseTo(2, 0)
})

test('work that looks back every time becomes four times as much', () => {
  expect(doubleWork(300, addUpAgain)).toBeGreaterThan(3.5)
})
