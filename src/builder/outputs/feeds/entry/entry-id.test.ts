import { expect, test } from 'vitest'
import { makePostId } from '#builder/testing/make-cached-post.ts'
import { toEntryId } from './entry-id.ts'

test('the id of an entry never changes', () => {
  // With another value, subscribers would see every post as new.
  expect(toEntryId(makePostId('2020-08-30-abcdefg2'))).toBe(
    'urn:uuid:1a7e1d9a-2374-5471-97d7-34ff937e9756',
  )
})

test('the id is a UUID of version 5, different for each post', () => {
  const names = ['2020-08-30-abcdefg2', '2020-08-30-abcdefg3'].map((id) =>
    toEntryId(makePostId(id)),
  )
  for (const name of names) {
    expect(name).toMatch(
      /^urn:uuid:[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
    )
  }
  expect(new Set(names).size).toBe(2)
})
