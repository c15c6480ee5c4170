import { expect, test } from 'vitest'
import { toFileHash } from '#contract/file-names.ts'
import { toPackHash } from './body-query.ts'

/** A different file hash for each letter. */
const toHash = (letter: string) => toFileHash(new Uint8Array(32).fill(letter.charCodeAt(0)))

test('toPackHash takes the last pack that starts at or before the ordinal', () => {
  const shard = {
    firstOrdinal: 4,
    rows: [],
    packs: [
      { firstOrdinal: 4, pack: toHash('p') },
      { firstOrdinal: 5, pack: toHash('q') },
    ],
  }
  expect(toPackHash(shard, 4)).toBe(toHash('p'))
  expect(toPackHash(shard, 5)).toBe(toHash('q'))
  expect(toPackHash(shard, 3)).toBeUndefined()
})
