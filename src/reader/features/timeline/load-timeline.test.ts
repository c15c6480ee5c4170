import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { rangeSelection } from '#core/selection.ts'
import { parseTimelineFilter } from '#core/timeline-filter.ts'
import { selectionQuery } from '#reader/data/filter-query.ts'
import { hasTimeline } from './load-timeline.ts'

test.each([
  ['the same filter', '?tag=tea', true],
  ['the same filter the other way round', '?tag=tea&sort=oldest', true],
  ['another filter', '?tag=tea&kind=video', false],
  ['no filter', '', false],
])('a timeline that was drawn before needs no loader: %s', (_, search, expected) => {
  const client = new QueryClient()
  const filter = parseTimelineFilter(new URLSearchParams('tag=tea'))
  client.setQueryData(selectionQuery(filter).queryKey, rangeSelection(0, 9))
  expect(hasTimeline(client, new URL(`https://archive.example/${search}`))).toBe(expected)
})
