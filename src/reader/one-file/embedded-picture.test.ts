import { sha256 } from '@noble/hashes/sha2.js'
import { expect, test } from 'vitest'
import { parseLifeboatDirectory } from '#contract/lifeboat-directory.ts'
import { picturePath, toPictureFile } from '#contract/picture-file.ts'
import { toBase85Bytes } from '#shape/lifeboat/base85.ts'
import { readEmbeddedPicture } from './embedded-picture.ts'

const pictures = [
  [1, 2, 3, 4, 5],
  [6, 7, 8, 9, 10, 11, 12, 13],
].map((bytes) => Uint8Array.from(bytes))
const [first = new Uint8Array(), second = new Uint8Array()] = pictures
const file = toPictureFile(sha256(second), 'png')
// The first picture is filled up to a whole group of four bytes.
const volume = new Uint8Array([...first, 0, 0, 0, ...second])
const text = new TextDecoder().decode(toBase85Bytes(volume))

/** What is read of the second picture where its place, its volume or the text of that is another. */
function read({
  place = [8, second.length],
  packing = 'none',
  shown = text,
}: {
  place?: number[]
  packing?: string
  shown?: string | undefined
} = {}) {
  const directory = parseLifeboatDirectory({
    version: 2,
    posts: 0,
    volumes: [{ bytes: volume.length, packing, sha256: '0'.repeat(64), bodies: 0 }],
    files: { [picturePath(file)]: [0, ...place] },
  })
  return readEmbeddedPicture(file, {
    directory,
    findText: () => (shown === 'none' ? undefined : shown),
  })
}

test('a picture is read from its own part of the volume', () => {
  expect(read()).toEqual(second)
})

test.each<[string, Parameters<typeof read>[0]]>([
  ['another character stands in its part', { shown: text.slice(0, 12) + '1' + text.slice(13) }],
  ['its part is no base 85', { shown: text.slice(0, 12) + '<' + text.slice(13) }],
  ['another picture stands in its place', { place: [0, first.length] }],
  ['less of it is named', { place: [8, 4] }],
  ['it begins within a group of characters', { place: [7, 8] }],
  ['its volume is packed', { packing: 'repeats' }],
  ['the file ends within it', { shown: text.slice(0, 15) }],
  ['the file ends before its volume', { shown: 'none' }],
])('L4 nothing is shown of a picture where %s', (_, form) => {
  expect(read(form)).toBeUndefined()
})

test('a picture that the file does not name is not there', () => {
  const directory = parseLifeboatDirectory({ version: 2, posts: 0, volumes: [], files: {} })
  expect(readEmbeddedPicture(file, { directory, findText: () => text })).toBeUndefined()
})
