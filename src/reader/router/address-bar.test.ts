// @vitest-environment jsdom
import { expect, test } from 'vitest'

document.head.innerHTML = '<meta name="broadsheet-base" content="/" data-quiet>'
const { readShownAddress, toShownAddress } = await import('./address-bar.ts')
const { toLocation, toPath } = await import('./location.ts')

test.each([
  ['/', '/'],
  ['/?q=tea', '/#?q=tea'],
  ['/?q=tea#end', '/#?q=tea#end'],
  ['/calendar?q=a%23b&form=bars', '/calendar#?q=a%23b&form=bars'],
  ['/posts/x?compare=y#z', '/posts/x#?compare=y#z'],
  ['/posts/x#z', '/posts/x#z'],
  ['//other.example/?q=tea', '//other.example/#?q=tea'],
])('S26 where queries are quiet, %s is shown as %s, and read again', (path, shown) => {
  expect(toShownAddress(path)).toBe(location.origin + shown)
  history.replaceState(null, '', toShownAddress(path))
  expect(toPath(toLocation(readShownAddress(), { state: null, key: 'a' }))).toBe(path)
})
