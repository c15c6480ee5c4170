// Loaded where the theme follows the clock.

interface Waiting {
  timer?: ReturnType<typeof setTimeout>
}

const waiting: Waiting = {}

/** Milliseconds until the theme of the hour changes next, at 7 or at 19 by the clock of the device. */
export function toThemeChangeMs(now: Date): number {
  const next = new Date(now)
  const hour = now.getHours()
  next.setHours(hour < 7 ? 7 : hour < 19 ? 19 : 31, 0, 0, 0)
  return next.getTime() - now.getTime()
}

/**
 * Calls a function when the theme of the hour changes, and when somebody comes back to the page: a device that slept has
 * stopped its timers. Called again, it forgets the earlier call.
 */
export function followHours(show: () => void): void {
  clearTimeout(waiting.timer)
  waiting.timer = setTimeout(show, toThemeChangeMs(new Date()))
  // The same function is heard once.
  document.addEventListener('visibilitychange', show)
}
