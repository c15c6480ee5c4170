import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { parsePostId } from '#core/post/post-id.ts'
import { toPublishedText, VersionsList } from './versions-list.tsx'

test('a version is told by as much of its day as is known', () => {
  const ids = ['2020-03-01-abcdefgh', '2019-01-01-hgfedcba'].flatMap((id) => parsePostId(id) ?? [])
  const [id, older] = ids
  if (id === undefined || older === undefined) throw new Error('not a post id')
  const versions = [
    { id, publishedOn: '2020-03-01', timeFlags: ['monthOnly' as const] },
    { id: older, publishedOn: '2019-01-01', timeFlags: ['yearOnly' as const] },
  ]
  const body = { id, file: 'a/b.md', parts: [], versions }
  const hrefs = {
    facet: () => '',
    post: (at: string) => `/posts/${at}`,
    place: () => '',
    day: () => '',
  }
  const html = renderToStaticMarkup(
    <VersionsList id={id} body={body} words={(key) => key} hrefs={hrefs} />,
  )
  expect(html).toContain('>2020-03</a>')
  expect(html).toContain('>2019</a>')
})

test.each([
  [{ publishedOn: '2019-05-06' }, '2019-05-06'],
  [{ publishedAt: '2019-05-06T07:08:09Z' }, '2019-05-06 07:08:09 UTC'],
  [{}, undefined],
])('%j is %s', (version, text) => {
  expect(toPublishedText(version)).toBe(text)
})
