import { expect, test } from 'vitest'
import { toPostId } from '#core/post/post-id.ts'
import { formatSharedList } from '#core/selection/shared-list.ts'
import { toOrdinals } from '#core/selection/selection.ts'
import { parseTimelineFilter } from '#core/selection/timeline-filter.ts'
import { rankedQuery, selectionQuery } from '#reader/data/filter/filter-query.ts'
import { makeLoadedClient } from '#reader/testing/make-loaded-client.ts'
import { sharedPostsQuery } from './shared-posts.ts'

const ids = [1, 2, 3, 4].map((day) => toPostId(`2020-01-0${day}`, 'abcdefgh'))
const [first, second, , last] = ids
const gone = toPostId('2020-01-02', 'bbbbbbbb')

function toFilter(value: string, rest = '') {
  const params = new URLSearchParams([['ids', value]])
  return parseTimelineFilter(new URLSearchParams(`${params.toString()}&sort=own${rest}`))
}

test('a link gives its posts in its order, narrowed like any list, and names what is not here', async () => {
  const client = makeLoadedClient(ids)
  const value = formatSharedList(
    'Storms',
    [last, gone, first, second].filter((id) => id !== undefined),
  )
  const filter = toFilter(value)
  expect([...toOrdinals(await client.fetchQuery(selectionQuery(filter)))]).toEqual([0, 1, 3])
  expect([...(await client.fetchQuery(rankedQuery(filter)))]).toEqual([3, 0, 1])
  const narrowed = toFilter(value, '&from=2020-01-02')
  expect([...(await client.fetchQuery(rankedQuery(narrowed)))]).toEqual([3, 1])
  const { title, missing, posts } = await client.fetchQuery(sharedPostsQuery(value))
  expect({ title, missing }).toEqual({ title: 'Storms', missing: [gone] })
  expect(posts.map(({ id }) => id)).toEqual([last, gone, first, second])
})

test('of many links in one address the first three have posts', async () => {
  const client = makeLoadedClient(ids)
  const params = new URLSearchParams(ids.map((id) => ['ids', formatSharedList('', [id])]))
  const filter = parseTimelineFilter(params)
  expect([...toOrdinals(await client.fetchQuery(selectionQuery(filter)))]).toEqual([0, 1, 2])
})
