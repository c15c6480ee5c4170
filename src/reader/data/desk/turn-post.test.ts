import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import type { PostSummary } from '#contract/timeline-shard.ts'
import { parsePostId, type PostId } from '#core/post/post-id.ts'
import { deskNews, undoNews } from './desk-news.ts'
import { openSiteDesk } from './site-desk.ts'
import { turnPost } from './turn-post.ts'

function makePost(id: PostId | undefined): PostSummary {
  if (id === undefined) throw new Error('no id')
  return {
    id,
    title: 'Tide tables',
    tags: [],
    collection: 'society',
    kind: 'article',
    length: { count: 1, unit: 'words' },
  }
}

const post = makePost(parsePostId('2020-08-30-abcdefgh'))

test.each([
  ['saved', 'unsaved', 'saved', { title: 'Tide tables' }],
  ['read', 'unread', 'mark', 'opened'],
] as const)('%s is taken away with a way back to what it was', async (what, kind, entry, value) => {
  const desk = await openSiteDesk()
  if (what === 'saved') await turnPost(post, what)
  // What reading left comes back as that, not as a mark by hand.
  else await desk.change([{ kind: 'mark', id: post.id, value: 'opened' }]).stored
  expect(deskNews.read()?.kind).not.toBe(kind)

  await turnPost(post, what)
  expect(desk.get(entry, post.id)).toBeUndefined()
  const news = deskNews.read()
  expect(news).toMatchObject({ kind, posts: 1 })
  if (news !== undefined && 'undo' in news) await undoNews(news)
  expect(desk.get(entry, post.id)).toEqual(value)
})
