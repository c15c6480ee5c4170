import { sourceClock, type ClockName } from '#core/time/clock.ts'
import type { Words } from '../words.ts'

/** Names a clock beside days that are on it: `Asia/Shanghai time`, `sources’ own time`. */
export function toClockName(clock: ClockName | string, words: Words): string {
  return clock === sourceClock ? words('view.sourceClock') : words('view.clock', { clock })
}
