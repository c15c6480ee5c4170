import { describe, expect, test } from 'vitest'
import { parseFileDate, parseSlug } from './slug.ts'

describe('a slug', () => {
  test.each([
    ['2020-08-30-字节跳动回应.md', '字节跳动回应'],
    ['2020-08-30-2020-review.markdown', '2020-review'],
    ['2020-08-30-2019-01-01-b.md', '2019-01-01-b'],
    ['notes.MD', 'notes'],
    ['2020-08-30-a.b.md', 'a.b'],
    ['2020-08-30-page.html', 'page'],
    ['2020-08-30-#tag? 50%.md', '#tag? 50%'],
    ['a 2020-08-30-b.md', 'a 2020-08-30-b'],
    ['2020-08-30-cafe\u0301.md', 'café'],
  ])('of %s is %s', (fileName, slug) => {
    expect(parseSlug(fileName)).toBe(slug)
  })

  test('is never empty', () => {
    expect(parseSlug('2020-08-30-.md')).toBeUndefined()
    expect(parseSlug('.md')).toBeUndefined()
  })
})

test('parses the date at the start of a file name', () => {
  expect(parseFileDate('2020-08-30-x.md')).toBe('2020-08-30')
  expect(parseFileDate('2020-13-45-x.md')).toBe('2020-13-45')
  expect(parseFileDate('x-2020-08-30-y.md')).toBeUndefined()
  expect(parseFileDate('2020-08-30.md')).toBeUndefined()
})
