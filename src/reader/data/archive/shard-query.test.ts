import { expect, test } from 'vitest'
import { toFileHash } from '#contract/file-names.ts'
import { toShardPlace } from './shard-query.ts'

/** A different file hash for each letter. */
const toHash = (letter: string) => toFileHash(new Uint8Array(32).fill(letter.charCodeAt(0)))

test('toShardPlace checks the directories first, then the tail', () => {
  const timeline = {
    rows: 500,
    rowsPerShard: 64,
    shardsPerDirectory: 3,
    directories: [toHash('a'), toHash('b')],
    tail: [toHash('c'), toHash('d')],
  }
  expect(toShardPlace(timeline, 4)).toEqual({ in: 'directory', hash: toHash('b'), at: 1 })
  expect(toShardPlace(timeline, 6)).toEqual({ in: 'tail', at: 0 })
  expect(toShardPlace(timeline, 8)).toBeUndefined()
  expect(toShardPlace(timeline, -1)).toBeUndefined()
})
