declare global {
  interface Window {
    /** The bench looks from inside the page, so that no round trip counts. */
    bench: ReturnType<typeof makeProbe>
  }
}

/** Runs in the page before its own scripts, so everything it needs stands inside. */
export function makeProbe() {
  // oxlint-disable-next-line unicorn/consistent-function-scoping
  const listOnScreen = (selector: string) =>
    [...document.querySelectorAll(selector)].filter((element) => {
      const { top, bottom } = element.getBoundingClientRect()
      return bottom > 0 && top < innerHeight
    })
  /** Durations of tasks of 50 ms and more; the browser reports no shorter ones. */
  const longTasks: number[] = []
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longTasks.push(duration)
  }).observe({ type: 'longtask' })
  /** From each press to the frame after it, as Event Timing tells; it tells of none below 16 ms. */
  const presses: { at: number; duration: number }[] = []
  const notePresses = (entries: PerformanceEntryList) => {
    for (const entry of entries)
      if ('interactionId' in entry && entry.interactionId !== 0)
        presses.push({ at: entry.startTime, duration: entry.duration })
  }
  const pressObserver = new PerformanceObserver((list) => notePresses(list.getEntries()))
  // No type of TypeScript's knows the threshold of Event Timing.
  pressObserver.observe(Object.assign({ type: 'event' }, { durationThreshold: 16 }))
  return {
    longTasks,
    /**
     * Milliseconds of the presses since a moment, once the frame after the last one has been told of; none for those
     * below 16 ms.
     */
    takePresses: async (since: number) => {
      // What has not been shown has not been timed: one frame to show it, one in which that is told.
      for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame)
      notePresses(pressObserver.takeRecords())
      return presses
        .splice(0)
        .filter(({ at }) => at >= since)
        .map(({ duration }) => duration)
    },
    listOnScreen,
    /** The number of posts is the one status text with a digit. */
    readStatus: () =>
      [...document.querySelectorAll('main output, main [role="status"]')]
        .map(({ textContent }) => textContent)
        .find((text) => /\d/.test(text)) ?? '',
    /** Whether the rows on the screen have their text. */
    hasRows: () => {
      const rows = listOnScreen('main article')
      return rows.length > 0 && rows.every((row) => row.querySelector('a') !== null)
    },
    /** Milliseconds to the frame after the last change inside an element: none follows for a second. */
    waitForLastChange: async (element: Element) => {
      const started = performance.now()
      let last = started
      const observer = new MutationObserver(() => {
        requestAnimationFrame(() => (last = performance.now()))
      })
      observer.observe(element, { subtree: true, childList: true, characterData: true })
      while (performance.now() - last < 1_000) await new Promise(requestAnimationFrame)
      observer.disconnect()
      return last - started
    },
    /**
     * Acts, then looks frame by frame. Gives the milliseconds to the frame in which each condition
     * holds, one after the other. @throws Error when one does not hold after ten seconds.
     */
    time: async (act: () => void, ...conditions: (() => boolean)[]) => {
      const times: number[] = []
      const started = performance.now()
      act()
      while (performance.now() - started < 10_000) {
        await new Promise(requestAnimationFrame)
        while (conditions[times.length]?.()) times.push(performance.now() - started)
        if (times.length === conditions.length) return times
      }
      throw new Error('what should appear did not within ten seconds')
    },
  }
}
