// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest'
import { hideEarlyQuery, readEarlySearch } from './early-search.ts'

beforeEach(() => {
  document.head.innerHTML = ''
})

const quiet = '<meta name="broadsheet-base" content="/" data-quiet>'

test.each([
  ['/?q=tea', '/#?q=tea'],
  ['/?q=tea#:~:text=x', '/#?q=tea#:~:text=x'],
  ['/posts/x?compare=y#z', '/posts/x#?compare=y#z'],
  ['/#?q=tea', '/#?q=tea'],
  ['/posts/x#z', '/posts/x#z'],
  ['//other.example/?q=tea', '//other.example/#?q=tea'],
])('S26 %s is shown as %s where queries are quiet', (path, shown) => {
  document.head.innerHTML = quiet
  history.replaceState({ usr: 1 }, '', location.origin + path)
  hideEarlyQuery()
  expect(location.href).toBe(location.origin + shown)
  expect(history.state).toEqual({ usr: 1 })
})

test('a query stays where it is elsewhere', () => {
  history.replaceState(null, '', '/?q=tea')
  hideEarlyQuery()
  expect(location.search).toBe('?q=tea')
})

test.each([
  ['/?q=tea#x', '?q=tea'],
  ['/#?q=tea', '?q=tea'],
  ['/#?q=tea#x', '?q=tea'],
  ['/#x', ''],
  ['/#?', ''],
  ['/', ''],
])('the query of %s is %j', (path, search) => {
  history.replaceState(null, '', path)
  expect(readEarlySearch()).toBe(search)
})
