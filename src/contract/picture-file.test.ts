import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { parsePictureFile, picturePath, toPictureFile } from './picture-file.ts'

test('a picture is named by its bytes and its format', () => {
  const file = toPictureFile(createHash('sha256').update('x').digest(), 'webp')
  expect(parsePictureFile(file)).toBe(file)
  expect(picturePath(file)).toMatch(/^data\/images\/[a-z2-7]{16}\.webp$/)
})

test.each([
  ['another folder', '../abcdefghijklmn23.png'],
  ['an absolute path', '/abcdefghijklmn23.png'],
  ['an unknown format', 'abcdefghijklmn23.svg'],
  ['two formats', 'abcdefghijklmn23.png.html'],
  ['a line break', 'abcdefghijklmn23.png\n'],
  ['capitals', 'ABCDEFGHIJKLMN23.png'],
  ['a short hash', 'abcdefghijklmn2.png'],
  ['no format', 'abcdefghijklmn23'],
])('%s is not a picture file name', (_, name) => {
  expect(parsePictureFile(name)).toBeUndefined()
})
