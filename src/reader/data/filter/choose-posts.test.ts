import 'fake-indexeddb/auto'
import type { QueryClient } from '@tanstack/react-query'
import { beforeEach, expect, test } from 'vitest'
import { toPostId } from '#core/post/post-id.ts'
import { rangeSelection } from '#core/selection/selection.ts'
import { openFilter } from '#core/selection/timeline-filter.ts'
import { clockCalendarQuery } from '#reader/data/clock/clock-query.ts'
import { chosenPosts } from '#reader/data/desk/chosen-posts.ts'
import { deskNews, undoNews } from '#reader/data/desk/desk-news.ts'
import { openSiteDesk } from '#reader/data/desk/site-desk.ts'
import { makeLoadedClient } from '#reader/testing/make-loaded-client.ts'
import { turnPosts } from '#reader/data/desk/turn-posts.ts'
import { chooseAll, chooseStretch, mostChosen, turnChosenRow } from './choose-posts.ts'
import { selectionQuery } from './filter-query.ts'

const rows = mostChosen + 3
const letters = 'abcdefghij'
const ids = Array.from({ length: rows }, (_, at) =>
  toPostId(
    '2020-01-01',
    Array.from(String(at).padStart(8, '0'), (digit) => letters[Number(digit)]).join(''),
  ),
)

function makeClient(): QueryClient {
  const client = makeLoadedClient(ids)
  for (const sort of ['newest', 'oldest'] as const) {
    const filter = { ...openFilter, sort }
    client.setQueryData(selectionQuery(filter).queryKey, rangeSelection(0, rows))
    client.setQueryData(clockCalendarQuery(filter).queryKey, { timeZone: 'UTC', days: [] })
  }
  return client
}

/** Ordinals of the posts that are selected, in the order in which they were. */
const chosen = () =>
  [...(chosenPosts.read() ?? new Map<string, unknown>()).keys()].map((id) =>
    ids.findIndex((own) => own === id),
  )

beforeEach(() => chosenPosts.write(undefined))

test.each([
  ['downwards', 'newest', { from: 9, to: 7 }, [9, 8, 7]],
  ['upwards', 'newest', { from: 7, to: 9 }, [7, 8, 9]],
  ['where the oldest is first', 'oldest', { from: 7, to: 9 }, [7, 8, 9]],
  ['of one row', 'newest', { from: 7, to: 7 }, [7]],
] as const)('a stretch %s has both its ends', async (_, sort, ends, expected) => {
  expect(await chooseStretch(makeClient(), { ...openFilter, sort }, ends)).toBe(0)
  expect(chosen()).toEqual(expected)
})

test('a stretch keeps what is nearest to where it began, and says how many it left out', async () => {
  const client = makeClient()
  expect(await chooseStretch(client, openFilter, { from: 0, to: rows - 1 })).toBe(3)
  expect([chosen().length, chosen().at(-1)]).toEqual([mostChosen, mostChosen - 1])
  chosenPosts.write(undefined)
  expect(await chooseAll(client, openFilter)).toBe(3)
  expect([chosen().length, chosen()[0]]).toEqual([mostChosen, rows - 1])
})

test('a row is selected beside others, and no more by the second press', async () => {
  const client = makeClient()
  for (const ordinal of [2, 5, 2]) await turnChosenRow(client, ordinal)
  expect(chosen()).toEqual([5])
})

test('what is selected is saved and marked at once, what is so already stays, and all is taken back', async () => {
  const client = makeClient()
  const desk = await openSiteDesk()
  await desk.change(ids.slice(0, 1).map((id) => ({ kind: 'mark', id, value: 'opened' }))).stored
  await chooseStretch(client, openFilter, { from: 0, to: 2 })
  const posts = [...(chosenPosts.read()?.values() ?? [])]
  for (const [what, kind, count] of [
    ['saved', 'nowSaved', 3],
    ['read', 'marked', 2],
  ] as const) {
    await turnPosts(posts, what, 'on')
    const news = deskNews.read()
    expect(news).toMatchObject({ kind, posts: count })
    expect(desk.list(what === 'saved' ? 'saved' : 'mark')).toHaveLength(3)
    if (news !== undefined && 'undo' in news) await undoNews(news)
  }
  expect(desk.list('saved')).toEqual([])
  expect(desk.list('mark').map(({ value }) => value)).toEqual(['opened'])
  await turnPosts(posts, 'read', 'off')
  expect(deskNews.read()).toMatchObject({ kind: 'unread', posts: 1 })
  expect(desk.list('mark')).toEqual([])
})
