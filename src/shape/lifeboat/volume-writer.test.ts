import { expect, test } from 'vitest'
import { mostVolumeBytes } from '#contract/lifeboat-directory.ts'
import { TooLargeError } from '../too-large-error.ts'
import { VolumeWriter } from './volume-writer.ts'

test('L4 a file that no volume may hold is refused when it is written, not when it is read', async () => {
  const writer = new VolumeWriter('none', {
    pack: (bytes) => Promise.resolve(bytes),
    keep: () => undefined,
  })
  const add = (length: number) =>
    writer.add({ path: 'data/images/a.png', bytes: new Uint8Array(length), bodies: 0 })
  await expect(add(mostVolumeBytes + 1)).rejects.toThrow(TooLargeError)
  await expect(add(mostVolumeBytes)).resolves.toBeUndefined()
})
