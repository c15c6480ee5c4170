// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { makeMount } from '#reader/testing/make-mount.ts'
import { useAbortable, type Abortable } from './use-abortable.ts'

const mount = makeMount()

function drawAbortable(): Abortable {
  const drawn: Abortable[] = []
  function Part() {
    drawn.push(useAbortable())
    return null
  }
  mount.draw(<Part />)
  const [first] = drawn
  if (first === undefined) throw new Error('nothing was drawn')
  return first
}

test.each([
  ['what begins after it', ({ begin }: Abortable) => void begin()],
  ['whoever asks for it', ({ end }: Abortable) => end()],
  ['going on to another page', () => mount.draw(null)],
])('work is ended by %s', (_, stop) => {
  const work = drawAbortable()
  const signal = work.begin()
  expect(signal.aborted).toBe(false)
  stop(work)
  expect(signal.aborted).toBe(true)
})

test('what begins after work that was ended runs', () => {
  const work = drawAbortable()
  work.begin()
  work.end()
  expect(work.begin().aborted).toBe(false)
})
