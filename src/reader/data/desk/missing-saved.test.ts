import 'fake-indexeddb/auto'
import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { parsePostId, type PostId } from '#core/post/post-id.ts'
import { emptySelection } from '#core/selection/selection.ts'
import { deskNews, undoNews } from './desk-news.ts'
import { missingSavedQuery, unsavePosts } from './missing-saved.ts'
import { deskPostsQuery } from './select-desk-posts.ts'
import { openSiteDesk } from './site-desk.ts'

function toId(text: string): PostId {
  const id = parsePostId(text)
  if (id === undefined) throw new Error(text)
  return id
}

const older = toId('2020-01-01-abcdefgh')
const newer = toId('2021-01-01-abcdefgh')
const here = toId('2022-01-01-abcdefgh')

test('saved posts that are not in the archive are named, removed, and brought back', async () => {
  const desk = await openSiteDesk()
  await desk.change([
    { kind: 'saved', id: older, value: {} },
    { kind: 'saved', id: newer, value: { title: '<b>Tide tables</b>' } },
    { kind: 'saved', id: here, value: { title: 'Here' } },
  ]).stored
  const client = new QueryClient()
  client.setQueryData(deskPostsQuery('saved').queryKey, {
    selection: emptySelection,
    missing: [older, newer],
  })
  const missing = await client.ensureQueryData(missingSavedQuery())
  expect(missing).toEqual([
    { id: newer, title: '<b>Tide tables</b>' },
    { id: older, title: undefined },
  ])

  await unsavePosts(missing)
  expect(desk.list('saved').map(({ id }) => id)).toEqual([here])
  const news = deskNews.read()
  expect(news).toMatchObject({ kind: 'unsaved', posts: 2 })
  if (news !== undefined && 'undo' in news) await undoNews(news)
  expect(desk.get('saved', newer)).toEqual({ title: '<b>Tide tables</b>' })
  expect(desk.get('saved', older)).toEqual({})
  expect(deskNews.read()?.kind).not.toBe('unsaved')
})
