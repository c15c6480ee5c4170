import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import {
  parsePictureFile,
  picturePath,
  toPictureFile,
  toPictureMediaType,
  toPictureType,
} from './picture-file.ts'

test('a picture is named by its bytes and its format', () => {
  const file = toPictureFile(createHash('sha256').update('x').digest(), 'webp')
  expect(parsePictureFile(file)).toBe(file)
  expect(picturePath(file)).toMatch(/^data\/images\/[a-z2-7]{26}\.webp$/)
})

test.each([
  ['jpg', 'image/jpeg'],
  ['png', 'image/png'],
  ['gif', 'image/gif'],
  ['webp', 'image/webp'],
  ['avif', 'image/avif'],
] as const)('the name of a picture says its format: %s', (type, form) => {
  const file = toPictureFile(new Uint8Array(32), type)
  expect([toPictureType(file), toPictureMediaType(file)]).toEqual([type, form])
})

test.each([
  ['another folder', '../abcdefghijklmnopqrstuvwx23.png'],
  ['an absolute path', '/abcdefghijklmnopqrstuvwx23.png'],
  ['an unknown format', 'abcdefghijklmnopqrstuvwx23.svg'],
  ['two formats', 'abcdefghijklmnopqrstuvwx23.png.html'],
  ['a line break', 'abcdefghijklmnopqrstuvwx23.png\n'],
  ['capitals', 'ABCDEFGHIJKLMNOPQRSTUVWX23.png'],
  ['a short hash', 'abcdefghijklmnopqrstuvwx2.png'],
  ['a hash as it was before schema version 5', 'abcdefghijklmn23.png'],
  ['no format', 'abcdefghijklmnopqrstuvwx23'],
])('%s is not a picture file name', (_, name) => {
  expect(parsePictureFile(name)).toBeUndefined()
})
