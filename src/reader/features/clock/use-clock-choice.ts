import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import {
  namesDays,
  openFilter,
  withClock,
  type TimelineFilter,
} from '#core/selection/timeline-filter.ts'
import { utcClock, type ClockName } from '#core/time/clock.ts'
import { manifestQuery } from '#reader/data/archive/site-queries.ts'
import { settingsStore } from '#reader/storage/settings-store.ts'
import { settingValues, type ClockSetting } from '#reader/storage/settings.ts'
import { loadClock } from '#reader/data/clock/clock-query.ts'
import { useSetting } from '#reader/ui/use-settings.ts'
import { findOwnClock, toReaderClock } from '#reader/data/clock/reader-clock.ts'

/** A clock that is offered, and the zone that tells its time; absent for the clocks of sources. */
export interface OfferedClock {
  setting: ClockSetting
  zone?: string
}

/** The choice of a clock for a list. */
export interface ClockChoiceState {
  offered: OfferedClock[]
  /** The clock of the list; absent if it is one that the reader is not offered. */
  shown: ClockSetting | undefined
  /** Name of the clock of the list. */
  clock: ClockName | string
  /**
   * Fetches what a clock needs, calls `before` with the list on that clock if its address names days, and remembers the
   * choice.
   */
  choose: (
    setting: ClockSetting,
    before?: (filter: TimelineFilter | undefined) => void,
  ) => Promise<void>
}

/** The clocks a reader may choose for a list, and the one it has. In an archive in UTC, UTC is the archive's own. */
export function useClockChoice(filter: TimelineFilter = openFilter): ClockChoiceState {
  const client = useQueryClient()
  const { timeZone } = useSuspenseQuery(manifestQuery()).data
  const stored = useSetting('clock')
  const isUtc = timeZone === utcClock
  const setting = isUtc && stored === 'utc' ? 'archive' : stored
  const settings = settingValues.clock.filter((value) => value !== 'utc' || !isUtc)
  const hasDays = namesDays(filter)
  // Of two names of one clock, the chosen one comes first.
  const shown = hasDays
    ? [setting, ...settings].find((value) => toReaderClock(value, timeZone) === filter.clock)
    : setting
  return {
    offered: settings.map((value) => toOffered(value, timeZone)),
    shown,
    clock: filter.clock ?? timeZone,
    choose: async (chosen, before) => {
      const next = withClock(filter, toReaderClock(chosen, timeZone))
      await loadClock(client, next)
      before?.(hasDays ? next : undefined)
      settingsStore.write({ ...settingsStore.read(), clock: chosen })
    },
  }
}

function toOffered(setting: ClockSetting, timeZone: string): OfferedClock {
  if (setting === 'source') return { setting }
  return {
    setting,
    zone: setting === 'archive' ? timeZone : setting === 'utc' ? utcClock : findOwnClock(),
  }
}
