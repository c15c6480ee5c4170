// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { toAddresses } from './use-page-address.ts'

const address = 'https://archive.example/sub/'
const post = `${address}posts/2020-08-30-abcdefgh/`
const original = 'https://news.example/a'

test.each([
  ['a list', { address }, '/?tag=a', undefined, `${address}?tag=a`, `${address}?tag=a`],
  ['the open timeline', { address }, '/', undefined, address, address],
  [
    'the calendar',
    { address },
    '/calendar?q=a',
    undefined,
    `${address}calendar/?q=a`,
    `${address}calendar/?q=a`,
  ],
  ['an article', { address }, '/posts/2020-08-30-abcdefgh', original, post, post],
  [
    'an article, by its original',
    { address, canonical: 'original' as const },
    '/posts/2020-08-30-abcdefgh',
    original,
    original,
    post,
  ],
  [
    'an article without an original',
    { address, canonical: 'original' as const },
    '/posts/2020-08-30-abcdefgh',
    undefined,
    post,
    post,
  ],
  [
    'an article of an archive that does not know its address',
    {},
    '/posts/x',
    original,
    original,
    undefined,
  ],
  ['a page that is missing', { address }, undefined, undefined, undefined, undefined],
])('%s is named', (_, manifest, path, source, canonical, own) => {
  expect(toAddresses(manifest, path, source)).toEqual({ canonical, own })
})
