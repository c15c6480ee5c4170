import { expect, test } from 'vitest'
import { matchPath } from './match-path.ts'

test.each([
  ['/', '/', {}],
  ['/', '/about', undefined],
  ['/about', '/about', {}],
  ['/about', '/About/', {}],
  ['/about', '/about/more', undefined],
  ['/posts/:id', '/posts/2020-08-30-abcdefgh', { id: '2020-08-30-abcdefgh' }],
  ['/posts/:id', '/posts/2020-08-30-abcdefgh/', { id: '2020-08-30-abcdefgh' }],
  ['/posts/:id', '/posts/%E8%8C%B6', { id: '茶' }],
  ['/posts/:id', '/posts/%E8', { id: '%E8' }],
  ['/posts/:id', '/posts/a%2Fb', { id: 'a/b' }],
  ['/posts/:id', '/posts', undefined],
  ['/posts/:id', '/posts/', undefined],
  ['/posts/:id', '/posts/a/b', undefined],
  ['/browse/*', '/browse', {}],
  ['/browse/*', '/browse/tag/tea', {}],
  ['/browse/*', '/browser', undefined],
  ['*', '/', {}],
  ['*', '/2019/05/06/rain', {}],
])('%s and %s', (pattern, path, params) => {
  expect(matchPath(pattern, path)).toEqual(params)
})
