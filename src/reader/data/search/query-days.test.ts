import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import type { Calendar } from '#core/selection/calendar.ts'
import { listSelection, toOrdinals } from '#core/selection/selection.ts'
import { openFilter, withClock, withDays } from '#core/selection/timeline-filter.ts'
import { sourceClock, type ClockName } from '#core/time/clock.ts'
import { clockCalendarQuery } from '#reader/data/clock/clock-query.ts'
import { findQueryDays } from './query-days.ts'

const days2020 = { from: '2020-01-01', to: '2020-12-31' }

/** Three posts; on the clocks of their sources the first is of the year of the last. */
const archive: Calendar = {
  timeZone: 'UTC',
  days: [
    { day: '2019-12-31', start: 0, end: 1 },
    { day: '2020-12-31', start: 1, end: 3 },
  ],
}
const sources: Calendar = {
  timeZone: sourceClock,
  days: [
    { day: '2019-12-31', start: 0, end: 1 },
    { day: '2020-01-01', start: 1, end: 3 },
  ],
  places: { ordinals: Uint32Array.of(1, 0, 2), ofOrdinal: Uint32Array.of(1, 0, 2) },
}

function makeClient(): QueryClient {
  const client = new QueryClient()
  const keep = (clock: ClockName | undefined, calendar: Calendar) => {
    const filter = withDays(withClock(openFilter, clock), days2020)
    client.setQueryData(clockCalendarQuery(filter).queryKey, calendar)
  }
  keep(undefined, archive)
  keep(sourceClock, sources)
  return client
}

test.each([
  ['the archive', undefined, [1, 2]],
  ['the sources', sourceClock, [0, 2]],
] as const)('the days of a query on the clock of %s are %j', async (_, clock, ordinals) => {
  const [found, ...more] = await findQueryDays(makeClient(), {
    query: 'sea date:2020',
    ...(clock === undefined ? {} : { clock }),
  })
  expect(more).toEqual([])
  expect(found?.days).toMatchObject(days2020)
  expect(toOrdinals(found?.posts ?? listSelection(new Uint32Array()))).toEqual(
    Uint32Array.from(ordinals),
  )
})

test('a query without days needs no calendar', async () => {
  expect(await findQueryDays(new QueryClient(), { query: 'sea', clock: sourceClock })).toEqual([])
})
