// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { listenToScrollEnd } from './scroll-end.ts'

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
  Reflect.deleteProperty(window, 'onscrollend')
})

function scroll(times: number): void {
  for (let time = 0; time < times; time++) {
    document.dispatchEvent(new Event('scroll'))
    vi.advanceTimersByTime(100)
  }
}

test('the end of scrolling is the browser’s own event where there is one', () => {
  Object.assign(window, { onscrollend: null })
  const end = vi.fn<() => void>()
  listenToScrollEnd(end, new AbortController().signal)
  scroll(3)
  vi.runAllTimers()
  expect(end).not.toHaveBeenCalled()
  document.dispatchEvent(new Event('scrollend'))
  expect(end).toHaveBeenCalledOnce()
})

test('without that event, scrolling ends once, when it pauses', () => {
  const end = vi.fn<() => void>()
  listenToScrollEnd(end, new AbortController().signal)
  scroll(5)
  expect(end).not.toHaveBeenCalled()
  vi.advanceTimersByTime(100)
  expect(end).toHaveBeenCalledOnce()
  scroll(2)
  vi.advanceTimersByTime(1_000)
  expect(end).toHaveBeenCalledTimes(2)
})

test('whoever has stopped listening hears nothing of a pause that was running', () => {
  const end = vi.fn<() => void>()
  const listening = new AbortController()
  listenToScrollEnd(end, listening.signal)
  scroll(1)
  listening.abort()
  scroll(1)
  vi.advanceTimersByTime(1_000)
  expect(end).not.toHaveBeenCalled()
})
