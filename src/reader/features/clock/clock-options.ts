import type { Words } from '#article/words.ts'
import type { ClockSetting } from '#reader/storage/settings.ts'

/** A clock that is offered, and the zone that tells its time; absent for the clocks of sources. */
interface NamedClock {
  setting: ClockSetting
  zone?: string
}

/** The names of clocks to choose from. UTC is nobody's: it needs no owner. */
export function toClockOptions(
  offered: readonly NamedClock[],
  words: Words,
): { value: ClockSetting; label: string }[] {
  return offered.map(({ setting, zone }) => {
    if (zone === undefined) return { value: setting, label: words('clock.source') }
    const isPlain = zone === 'UTC' && setting !== 'own'
    return { value: setting, label: isPlain ? zone : words(`clock.${setting}`, { zone }) }
  })
}
