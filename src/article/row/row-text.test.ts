import { expect, test } from 'vitest'
import { toByline, toDoubts } from './row-text.ts'

test.each([
  [{ sourceHost: 'rfi.fr', author: '世界之聲', collection: 'seed' }, ['rfi.fr', '世界之聲']],
  [{ author: '世界之聲', collection: 'seed' }, ['seed', '世界之聲']],
  [{ sourceHost: 'nei.st', author: 'nei.st', collection: 'oped2' }, ['nei.st']],
  [{ collection: 'oped2' }, ['oped2']],
])('byline of %o', (row, byline) => {
  expect(toByline(row)).toEqual(byline)
})

test('only real doubts are marked', () => {
  expect(toDoubts({ timeFlags: ['dateOnly', 'epochMissing', 'epochInvalid'] })).toEqual([
    'epochInvalid',
  ])
  expect(toDoubts({})).toEqual([])
})
