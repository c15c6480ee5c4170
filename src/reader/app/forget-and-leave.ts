import { forgetStored } from '#reader/data/stored/forget-all.ts'

/** How long what is stored may take to go before the page is left, milliseconds. */
const longestMs = 2_000
/** Within which time Escape counts as pressed three times, milliseconds. */
const pressesMs = 1_500

/** Empties the screen at once, then all that is stored, and leaves for an empty page. */
export function forgetAndLeave(): void {
  document.head.replaceChildren()
  document.body.replaceChildren()
  setTimeout(leave, longestMs)
  void Promise.resolve(forgetStored()).then(leave, leave)
}

/** Has Escape, pressed three times in a row, do so, wherever the focus is. What ends a composition is no press. */
export function watchEscape(onThird: () => void = forgetAndLeave): void {
  let times: number[] = []
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.repeat) return
      times = event.key === 'Escape' && !event.isComposing ? [event.timeStamp, ...times] : []
      if (event.timeStamp - (times[2] ?? NaN) >= pressesMs || times.length < 3) return
      times = []
      onThird()
    },
    true,
  )
}

function leave(): void {
  location.replace('about:blank')
}
