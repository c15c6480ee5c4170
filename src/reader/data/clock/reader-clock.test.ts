import { expect, test } from 'vitest'
import { parseTimelineFilter, toSearchParams, withValue } from '#core/selection/timeline-filter.ts'
import { findOwnClock, toReaderClock, withReaderClock } from './reader-clock.ts'

test.each([
  ['archive', 'UTC', undefined],
  ['utc', 'UTC', undefined],
  ['utc', 'Asia/Shanghai', 'UTC'],
  ['source', 'UTC', 'source'],
] as const)('the setting %s in an archive in %s is the clock %s', (setting, timeZone, clock) => {
  expect(toReaderClock(setting, timeZone)).toBe(clock)
})

test('the own zone is the archive’s clock where the two are the same', () => {
  expect(toReaderClock('own', findOwnClock())).toBeUndefined()
  expect(toReaderClock('own', 'Pacific/Chatham')).toBe(findOwnClock())
})

const shown = (search: string) =>
  withReaderClock(parseTimelineFilter(new URLSearchParams(search)), {
    setting: 'source',
    timeZone: 'UTC',
  })

test.each([
  ['an address without days is shown on the reader’s clock', 'tag=a', 'source'],
  ['days without a clock are the archive’s', 'from=2020-03-09', undefined],
  ['days of a query without a clock are the archive’s', 'q=date:2020', undefined],
  ['days keep the clock of their address', 'year=2020&clock=Asia/Shanghai', 'Asia/Shanghai'],
])('%s', (_, search, clock) => {
  expect(shown(search).clock).toBe(clock)
})

test('days chosen on the reader’s clock carry it in their address, and nothing else does', () => {
  expect(toSearchParams(shown('tag=a')).toString()).toBe('tag=a')
  const narrowed = withValue(shown('tag=a'), 'year', '2020', 'include')
  expect(toSearchParams(narrowed).toString()).toBe('tag=a&year=2020&clock=source')
})
