import { expect, test } from 'vitest'
import { joinItemRanges } from './item-ranges.ts'

const window = { first: 40, last: 50 }

test.each([
  ['only the window when nothing else is drawn', undefined, [window]],
  ['two ranges with a gap between them', { first: 0, last: 20 }, [{ first: 0, last: 20 }, window]],
  ['one range where they touch', { first: 0, last: 39 }, [{ first: 0, last: 50 }]],
  ['one range where they overlap', { first: 0, last: 45 }, [{ first: 0, last: 50 }]],
  ['the whole list around the window', { first: 0, last: 90 }, [{ first: 0, last: 90 }]],
])('draws %s', (_name, whole, expected) => {
  expect(joinItemRanges(whole, window)).toEqual(expected)
})
