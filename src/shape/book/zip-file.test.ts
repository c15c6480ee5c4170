import { expect, test } from 'vitest'
import { TooLargeError } from '../too-large-error.ts'
import { ZipFile } from './zip-file.ts'

test('an archive has no more entries than stand for themselves', () => {
  const zip = new ZipFile()
  const nothing = new Uint8Array()
  for (let entry = 0; entry < 65_534; entry++) zip.add(String(entry), nothing, true)
  expect(zip.end().subarray(-14, -10)).toEqual(Uint8Array.of(0xfe, 0xff, 0xfe, 0xff))
  expect(() => zip.add('one more', nothing, true)).toThrow(TooLargeError)
})
