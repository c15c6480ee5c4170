import 'fake-indexeddb/auto'
import type { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { parsePostId, type PostId } from '#core/post/post-id.ts'
import { rangeSelection } from '#core/selection/selection.ts'
import { openFilter } from '#core/selection/timeline-filter.ts'
import { clockCalendarQuery } from '#reader/data/clock/clock-query.ts'
import { selectionQuery } from './filter-query.ts'
import { deskNews, undoNews } from '#reader/data/desk/desk-news.ts'
import { markAbove } from './mark-above.ts'
import { openSiteDesk } from '#reader/data/desk/site-desk.ts'
import { makeLoadedClient } from '#reader/testing/make-loaded-client.ts'

function toId(text: string): PostId {
  const id = parsePostId(text)
  if (id === undefined) throw new Error(text)
  return id
}

const ids = [1, 2, 3, 4].map((day) => toId(`2020-01-0${day}-abcdefgh`))

function makeClient(): QueryClient {
  const client = makeLoadedClient(ids)
  for (const sort of ['newest', 'oldest'] as const) {
    const filter = { ...openFilter, sort }
    client.setQueryData(selectionQuery(filter).queryKey, rangeSelection(0, 4))
    client.setQueryData(clockCalendarQuery(filter).queryKey, { timeZone: 'UTC', days: [] })
  }
  return client
}

test.each([
  ['newest', 1, [2, 3]],
  ['oldest', 2, [0, 1]],
  ['newest', 3, []],
] as const)(
  '%s first, the posts above number %i are marked, and unmarked',
  async (sort, top, marked) => {
    const desk = await openSiteDesk()
    await markAbove(makeClient(), { ...openFilter, sort }, top)
    expect(
      desk
        .list('mark')
        .map(({ id }) => ids.indexOf(toId(id)))
        .toSorted((one, other) => one - other),
    ).toEqual(marked)
    const news = deskNews.read()
    expect(news).toMatchObject({ kind: 'marked', posts: marked.length, skipped: 0 })
    if (news !== undefined && 'undo' in news) await undoNews(news)
    expect(desk.list('mark')).toEqual([])
  },
)
