import { isInputMethodKey } from '#reader/ui/input-method-key.ts'

/** Within which time Escape counts as pressed three times, milliseconds. */
const pressesMs = 1_500

/**
 * Calls `onThird` when Escape is pressed three times in a row, wherever the focus is. What ends a composition is no press, and
 * whoever clicks or presses another key in between goes on reading.
 */
export function watchEscape(onThird: () => void): void {
  let times: number[] = []
  addEventListener(
    'keydown',
    (event) => {
      const { key, repeat, timeStamp } = event
      if (repeat) return
      times = key === 'Escape' && !isInputMethodKey(event) ? [timeStamp, ...times] : []
      if (!(timeStamp - (times[2] ?? NaN) < pressesMs)) return
      times = []
      onThird()
    },
    true,
  )
  addEventListener(
    'pointerdown',
    () => {
      times = []
    },
    true,
  )
}
