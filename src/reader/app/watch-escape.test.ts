// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { watchEscape } from './watch-escape.ts'

interface Press {
  key?: string
  at: number
  repeat?: boolean
  isComposing?: boolean
  keyCode?: number
}

let count = 0
watchEscape(() => {
  count++
})

function press({ at, key = 'Escape', ...others }: Press): void {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, ...others })
  Object.defineProperty(event, 'timeStamp', { value: at })
  document.body.dispatchEvent(event)
}

test.each<[string, Press[], number]>([
  ['three presses within the time', [{ at: 0 }, { at: 500 }, { at: 1_000 }], 1],
  ['two presses', [{ at: 0 }, { at: 500 }], 0],
  ['three presses, too slow', [{ at: 0 }, { at: 800 }, { at: 1_600 }], 0],
  ['the last three of four', [{ at: 0 }, { at: 1_400 }, { at: 1_500 }, { at: 1_600 }], 1],
  ['a key in between', [{ at: 0 }, { at: 1 }, { at: 2, key: 'a' }, { at: 3 }], 0],
  [
    'a key that is held down',
    [{ at: 0 }, { at: 1, repeat: true }, { at: 2, repeat: true }, { at: 3 }],
    0,
  ],
  [
    'presses that end a composition',
    [{ at: 0, isComposing: true }, { at: 1, isComposing: true }, { at: 2 }, { at: 3 }],
    0,
  ],
  [
    'presses that have ended one by then, as WebKit tells them',
    [{ at: 0, keyCode: 229 }, { at: 1 }, { at: 2, keyCode: 229 }, { at: 3 }, { at: 4 }],
    0,
  ],
])('S25 %s', (_, presses, expected) => {
  press({ at: -1, key: 'x' })
  count = 0
  for (const one of presses) press(one)
  expect(count).toBe(expected)
})

function stop(event: Event): void {
  event.stopPropagation()
}

test('S25 a part of the page that keeps its keys to itself does not keep these', () => {
  press({ at: -1, key: 'x' })
  count = 0
  document.body.addEventListener('keydown', stop)
  for (const at of [0, 1, 2]) press({ at })
  document.body.removeEventListener('keydown', stop)
  expect(count).toBe(1)
})

test('S25 who clicks in between closes dialogs, and goes on', () => {
  press({ at: -1, key: 'x' })
  count = 0
  press({ at: 0 })
  press({ at: 1 })
  document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }))
  press({ at: 2 })
  expect(count).toBe(0)
})
