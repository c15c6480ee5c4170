// @vitest-environment jsdom
import { afterEach, expect, test } from 'vitest'
import { takeBuildToOpen } from './build-to-open.ts'

const toOpen = { address: 'https://b.example/', sequence: 43 }

afterEach(() => history.replaceState(null, ''))

test('a build that was pressed for is opened by one load of the page, and by no other', () => {
  history.replaceState({ usr: { toOpen }, key: 'abc' }, '')
  expect(takeBuildToOpen()).toEqual(toOpen)
  expect(takeBuildToOpen()).toBe(undefined)
  expect(history.state).toEqual({ usr: null, key: 'abc' })
})

test.each([
  null,
  'text',
  { usr: null, key: 'abc' },
  { usr: { toOpen: { address: 7, sequence: 43 } } },
  { usr: { toOpen: { address: 'https://b.example/' } } },
])('nothing is opened by the state %j, which stays', (state) => {
  history.replaceState(state, '')
  expect(takeBuildToOpen()).toBe(undefined)
  expect(history.state).toEqual(state)
})
