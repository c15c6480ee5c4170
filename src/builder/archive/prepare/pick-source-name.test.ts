import { expect, test } from 'vitest'
import { parsePost } from '#builder/read/post/parse-post.ts'
import { makePostText } from '#testing/make-post.ts'
import { pickSourceName } from './pick-source-name.ts'

function pick(more: string[], host: string | undefined, pageName?: string) {
  const text = makePostText({ author: 'Keeper', tags: ['Matters', 'lamp'], more })
  const file = {
    collection: 'harbour',
    file: 'x.md',
    fileName: '2020-03-09-x.md',
    timeZone: undefined,
  }
  const { post } = parsePost(Buffer.from(text), file)
  return post && pickSourceName(post, { pageName, host })
}

test.each([
  [
    'the front matter',
    ['site_name: Harbour Gazette'],
    'news.example',
    'Gazette',
    'Harbour Gazette',
  ],
  [
    'a field with a map',
    ['publisher: { name: Harbour Press }'],
    'news.example',
    undefined,
    'Harbour Press',
  ],
  ['the title of a feed', ['feed_title: Letters'], 'news.example', undefined, 'Letters'],
  ['the page', [], 'news.example', 'Gazette', 'Gazette'],
  ['a label that spells the host', [], 'matters.news', undefined, 'Matters'],
  ['a label that spells a part of the host', [], 'keeper.matters.news', undefined, 'Keeper'],
  ['nothing better than the host', [], 'news.example', undefined, undefined],
  [
    'nothing for an address as a name',
    ['source: https://news.example/'],
    'news.example',
    undefined,
    undefined,
  ],
  ['nothing without a host', [], undefined, undefined, undefined],
])('names a source by %s', (_, more, host, pageName, name) => {
  expect(pick(more, host, pageName)).toBe(name)
})
