import { expect, test } from 'vitest'
import { toDoubts } from './row-text.ts'

test('only real doubts are marked', () => {
  expect(toDoubts({ timeFlags: ['dateOnly', 'epochMissing', 'epochInvalid'] })).toEqual([
    'epochInvalid',
  ])
  expect(toDoubts({})).toEqual([])
})
