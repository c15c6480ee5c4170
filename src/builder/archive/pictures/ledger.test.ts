import { describe, expect, test } from 'vitest'
import { parseLedger, toLedgerHead, toLedgerLine, type LedgerEntry } from './ledger.ts'

const kept: LedgerEntry = {
  address: 'https://pictures.example/a.png',
  file: 'abcdefghijklmnopqrstuvwx23.webp' as never,
  width: 5,
  height: 3,
  bytes: 64,
  fetchedAt: '2020-03-09T10:15:00.000Z',
}
const failed: LedgerEntry = {
  address: 'https://pictures.example/b.png',
  failed: 'status',
  detail: '404',
  failedAt: '2020-03-09T10:15:00.000Z',
  runs: 1,
}

function parse(...lines: string[]) {
  return parseLedger(Buffer.from([toLedgerHead(), ...lines].join('')))
}

test('reads every entry back as it was written', () => {
  const ledger = parse(toLedgerLine(kept), toLedgerLine(failed))
  expect([...(ledger?.entries.values() ?? [])]).toEqual([kept, failed])
  expect(ledger).toMatchObject({ badLines: [], isTidy: true })
})

test('reads the shorter names of programs before schema version 5', () => {
  const before = { ...kept, file: 'abcdefghijklmn23.webp' as never }
  expect([...(parse(toLedgerLine(before))?.entries.values() ?? [])]).toEqual([before])
})

test('the last line about an address counts', () => {
  const again = { ...kept, address: failed.address }
  const ledger = parse(toLedgerLine(failed), toLedgerLine(again))
  expect([...(ledger?.entries.values() ?? [])]).toEqual([again])
  expect(ledger?.isTidy).toBe(false)
})

test('ignores a truncated last line', () => {
  const ledger = parse(toLedgerLine(kept), toLedgerLine(failed).slice(0, 40))
  expect([...(ledger?.entries.keys() ?? [])]).toEqual([kept.address])
  expect(ledger).toMatchObject({ badLines: [], isTidy: false })
})

describe('N7 a line that could point elsewhere is refused, and the others stay', () => {
  test.each([
    ['a file outside', { ...kept, file: '../../etc/passwd' }],
    ['an absolute file', { ...kept, file: '/etc/passwd' }],
    ['a name of another length', { ...kept, file: 'abcdefghijklmnop2.webp' }],
    ['a page instead of a picture', { ...kept, file: 'abcdefghijklmnopqrstuvwx23.html' }],
    ['an address of another scheme', { ...kept, address: 'javascript:alert(1)' }],
    ['an address with markup', { ...kept, address: 'https://a.example/"><script>' }],
    ['a width that is no number', { ...kept, width: '5' }],
    ['a negative size', { ...kept, bytes: -1 }],
    ['an unknown reason', { ...failed, failed: '<b>' }],
    ['an endless detail', { ...failed, detail: 'x'.repeat(10_000) }],
    ['a very long line', { ...kept, address: `https://a.example/${'a'.repeat(20_000)}` }],
    ['a list', []],
    ['nothing', null],
  ])('%s', (_, value) => {
    const ledger = parse(`${JSON.stringify(value)}\n`, toLedgerLine(failed))
    expect(ledger?.badLines).toEqual([2])
    expect([...(ledger?.entries.keys() ?? [])]).toEqual([failed.address])
  })

  test('invalid JSON', () => {
    expect(parse('{"address"\n', toLedgerLine(failed))?.badLines).toEqual([2])
  })
})

test.each([
  ['an empty file', ''],
  ['somebody’s file', 'hello\n'],
  ['another version', '{"broadsheetImages":2}\n'],
  ['a truncated first line', '{"broadsheetIm'],
])('%s is no ledger', (_, text) => {
  expect(parseLedger(Buffer.from(text))).toBeUndefined()
})
