import { expect, test } from 'vitest'
import { toQuietPath } from './quiet-address.ts'

test.each([
  ['/', '/'],
  ['/?q=tea', '/#?q=tea'],
  ['/?q=a%3Fb', '/#?q=a%3Fb'],
  ['/calendar?form=bars&q=tea', '/calendar#?form=bars&q=tea'],
  ['/posts/x?compare=y#z', '/posts/x#?compare=y#z'],
  ['/posts/x#a?b', '/posts/x#a?b'],
  ['https://archive.example/?tag=tea', 'https://archive.example/#?tag=tea'],
])('of %s no host hears more than of %s', (path, quiet) => {
  expect(toQuietPath(path)).toBe(quiet)
})
