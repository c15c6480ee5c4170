import { expect, test } from 'vitest'
import { ContractError } from './contract-error.ts'
import { parseLifeboatDirectory } from './lifeboat-directory.ts'

const volume = { bytes: 100, packing: 'repeats', sha256: 'a'.repeat(64), bodies: 2 }
const directory = {
  version: 2,
  posts: 2,
  volumes: [volume],
  files: { 'manifest.json': [0, 10, 90] },
}

test('a directory is read as it is written', () => {
  expect(parseLifeboatDirectory(structuredClone(directory))).toEqual(directory)
})

test.each([
  ['another version', { version: 1 }],
  ['a file behind the end of its volume', { files: { a: [0, 11, 90] } }],
  ['a file in a volume that is not there', { files: { a: [1, 0, 1] } }],
  ['a file before the start', { files: { a: [0, -1, 1] } }],
  ['a volume that unpacks to more than any may', { volumes: [{ ...volume, bytes: 2 ** 40 }] }],
  ['a packing that is not known', { volumes: [{ ...volume, packing: 'brotli' }] }],
  ['a hash that is none', { volumes: [{ ...volume, sha256: 'x' }] }],
])('%s is refused', (_, change) => {
  expect(() => parseLifeboatDirectory({ ...directory, ...change })).toThrow(ContractError)
})
