import { expect, test } from 'vitest'
import { withoutNamed } from './without-named.ts'

const changed = (path: string) => `${path}: its bytes are not those that the build wrote`

test.each([
  ['a file of which more is known already', 'a.json', 'a.json: Unexpected end of JSON input', 0],
  ['each of two files', 'KEYS.minisig', 'KEYS and KEYS.minisig: the signature does not fit', 0],
  ['a file that another only mentions', 'a/index.html', 'feed.xml: there is no a/index.html', 1],
  ['a file named as a word of another', 'found', 'timeline: found 2, expected 3', 1],
  ['a file whose name another begins with', 'a', 'a.json: missing', 1],
])('one sentence is enough: %s', (_, path, other, kept) => {
  expect(withoutNamed([changed(path)], [other])).toHaveLength(kept)
})
