import type { QueryClient } from '@tanstack/react-query'
import { namesDays, withClock, type TimelineFilter } from '#core/selection/timeline-filter.ts'
import { parseClockName, sourceClock, utcClock, type ClockName } from '#core/time/clock.ts'
import { manifestQuery } from '#reader/data/archive/site-queries.ts'
import { settingsStore } from '#reader/storage/settings-store.ts'
import type { ClockSetting } from '#reader/storage/settings.ts'

/** The zone of this device by its offset of now: to ask for it takes a phone a tenth of a second. */
const ownClocks = new Map<number, ClockName>()

/** The zone of this device; UTC where the browser does not say. Remembered until the device's offset changes. */
export function findOwnClock(): ClockName {
  const offset = new Date().getTimezoneOffset()
  const known = ownClocks.get(offset)
  if (known !== undefined) return known
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
  const clock = parseClockName(timeZone) ?? utcClock
  ownClocks.set(offset, clock)
  return clock
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

/**
 * The filter of what is being typed, on the clock it is shown on. Before the manifest is here, a clock is named even if
 * it should be the archive's own: days then mean the same.
 */
export function onReaderClock(client: QueryClient, filter: TimelineFilter): TimelineFilter {
  const { clock: setting } = settingsStore.read()
  const timeZone = client.getQueryData(manifestQuery().queryKey)?.timeZone ?? ''
  return withReaderClock(filter, { setting, timeZone })
}
