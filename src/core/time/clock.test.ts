import { expect, test } from 'vitest'
import { parseClockName } from './clock.ts'

test.each([
  ['UTC', 'UTC'],
  ['Etc/UTC', 'UTC'],
  ['GMT', 'UTC'],
  ['source', 'source'],
  ['Asia/Shanghai', 'Asia/Shanghai'],
  ['asia/shanghai', 'Asia/Shanghai'],
  ['America/Lima', 'America/Lima'],
  ['Etc/GMT+12', 'Etc/GMT+12'],
])('%s is the clock %s', (text, clock) => {
  expect(parseClockName(text)).toBe(clock)
})

test.each([
  null,
  undefined,
  '',
  'Mars/Olympus',
  '+08:00',
  '-03:00',
  'Asia/',
  '<b>',
  'x'.repeat(500),
])('%s is no clock', (text) => {
  expect(parseClockName(text)).toBeUndefined()
})
