import { expect, test } from 'vitest'
import { isGoneScript } from './gone-script.ts'

const answer = (status: number, type: string) => () =>
  Promise.resolve(new Response('', { status, headers: { 'content-type': type } }))

test.each([
  ['is missing', answer(404, 'text/html'), true],
  ['is gone for good', answer(410, 'text/plain'), true],
  ['is a page now', answer(200, 'text/html; charset=utf-8'), true],
  ['is there', answer(200, 'text/javascript; charset=utf-8'), false],
  ['is there in the older way', answer(200, 'application/javascript'), false],
  ['cannot be told from a broken host', answer(503, 'text/html'), false],
  ['cannot be told from a host that refuses', answer(403, 'text/html'), false],
  ['cannot be told without a network', () => Promise.reject(new TypeError('no network')), false],
])('A13 a worker whose script %s', async (_, ask, isGone) => {
  expect(await isGoneScript('https://archive.example/sub/sw.js', ask)).toBe(isGone)
})
