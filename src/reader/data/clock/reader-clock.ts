import { namesDays, withClock, type TimelineFilter } from '#core/selection/timeline-filter.ts'
import { parseClockName, sourceClock, utcClock, type ClockName } from '#core/time/clock.ts'
import type { ClockSetting } from '#reader/storage/settings.ts'

/** The zone of this device; UTC where the browser does not say. */
export function findOwnClock(): ClockName {
  return parseClockName(new Intl.DateTimeFormat().resolvedOptions().timeZone) ?? utcClock
}

/** The clock that a setting stands for; `undefined` if it is the archive's own, whose zone is `timeZone`. */
export function toReaderClock(setting: ClockSetting, timeZone: string): ClockName | undefined {
  if (setting === 'archive') return undefined
  if (setting === 'source') return sourceClock
  const clock = setting === 'utc' ? utcClock : findOwnClock()
  return clock === timeZone ? undefined : clock
}

/**
 * The filter with the clock it is shown on: a filter with days has the clock of its address, which is the same for
 * everybody; any other has the reader's own choice.
 */
export function withReaderClock(
  filter: TimelineFilter,
  { setting, timeZone }: { setting: ClockSetting; timeZone: string },
): TimelineFilter {
  return namesDays(filter) ? filter : withClock(filter, toReaderClock(setting, timeZone))
}
