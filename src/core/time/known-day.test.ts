import { expect, test } from 'vitest'
import type { TimeFlag } from '../post/post.ts'
import { isWholeDay, toFirstDay, toKnownDay } from './known-day.ts'

test.each<[string | undefined, TimeFlag[], string | undefined]>([
  ['1984-01-01', ['yearOnly', 'epochMissing'], '1984'],
  ['1984-03-01', ['monthOnly', 'dateInPart'], '1984-03'],
  ['1984-03-09', ['dateOnly'], '1984-03-09'],
  ['1984-03-09', [], '1984-03-09'],
  [undefined, ['epochMissing'], undefined],
])('of %s with the flags %j the known day is %s', (publishedOn, timeFlags, known) => {
  expect(toKnownDay({ publishedOn, timeFlags })).toBe(known)
})

test.each([
  ['2019', '2019-01-01', false],
  ['2019-03', '2019-03-01', false],
  ['2019-03-09', '2019-03-09', true],
])('the first day of %s is %s', (known, first, isWhole) => {
  expect(toFirstDay(known)).toBe(first)
  expect(isWholeDay(known)).toBe(isWhole)
})
