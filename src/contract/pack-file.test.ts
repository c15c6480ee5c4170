import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseCutPack } from './body-pack.ts'
import { ContractError } from './contract-error.ts'
import { fileHashPattern } from './file-names.ts'
import { cutPack, hashPack, toPackBytes } from './pack-file.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
const hash = (bytes: Uint8Array) => hashPack(bytes, sha256)
const encode = (text: string) => new TextEncoder().encode(text)
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

const body = (at: number, more: object = {}) => ({
  id: `2020-08-30-abcdefg${at + 2}`,
  file: `news/_posts/${at}.md`,
  parts: [`<p>第${at}\n"]}</p>`],
  ...more,
})
const bodies = [body(0), body(1, { title: ',\n]}' }), body(2)]
const toBytes = (values: readonly unknown[], firstOrdinal = 64) =>
  toPackBytes({ firstOrdinal, bodies: values.map((value) => encode(JSON.stringify(value))) })
const pack = toBytes(bodies)

test('a pack is JSON, a body a line', () => {
  expect(JSON.parse(decode(pack))).toEqual({ firstOrdinal: 64, bodies })
  expect(decode(pack).split('\n')).toHaveLength(bodies.length + 2)
})

test('the name of a pack is the hash over the hashes of its head and its bodies', async () => {
  const pieces = ['{"firstOrdinal":64,"bodies":[', ...bodies.map((own) => JSON.stringify(own))]
  const list = Buffer.concat(pieces.map((piece) => sha256(encode(piece))))
  const name = await hash(pack)
  expect(name).toMatch(fileHashPattern)
  expect(name).toBe(await hashPack(pack, (bytes) => Promise.resolve(sha256(bytes))))
  // Base32 of 130 bits, written out as bits.
  const bits = [...sha256(list)].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const digits = (bits.slice(0, 130).match(/.{5}/g) ?? []).map((five) => Number.parseInt(five, 2))
  expect(name).toBe(digits.map((digit) => 'abcdefghijklmnopqrstuvwxyz234567'[digit]).join(''))
})

test('a body of one character more, another order or another first ordinal is another pack', async () => {
  const name = await hash(pack)
  const others = [
    toBytes([...bodies, body(3)]),
    toBytes(bodies.slice(1)),
    toBytes([...bodies].reverse()),
    toBytes(bodies, 65),
    toBytes([body(0, { title: '' }), ...bodies.slice(1)]),
  ]
  for (const other of others) {
    expect(await hash(other)).toMatch(fileHashPattern)
    expect(await hash(other)).not.toBe(name)
  }
})

describe('A4 a body of a pack that is cut is proven alone', () => {
  test.each([
    ['the first', [0]],
    ['the last', [2]],
    ['two', [0, 2]],
    ['all', [0, 1, 2]],
    ['none', []],
  ])('%s', async (_, kept) => {
    const cut = await cutPack(pack, (place) => kept.includes(place), sha256)
    expect(await hash(cut)).toBe(await hash(pack))
    expect(parseCutPack(JSON.parse(decode(cut)))).toEqual({
      firstOrdinal: 64,
      bodies: bodies.map((own, place) => (kept.includes(place) ? own : undefined)),
    })
  })

  test('cut twice, it is as if cut once', async () => {
    const once = await cutPack(pack, (place) => place === 1, sha256)
    const first = await cutPack(pack, (place) => place > 0, sha256)
    expect(decode(await cutPack(first, (place) => place < 2, sha256))).toBe(decode(once))
  })

  test('a left-out body takes 66 bytes', async () => {
    const cut = decode(await cutPack(pack, (place) => place === 0, sha256))
    expect(cut.split('\n')[2]).toMatch(/^"[0-9a-f]{64}",$/)
  })
})

const text = decode(pack)
test.each([
  ['JSON without line breaks', JSON.stringify({ firstOrdinal: 64, bodies })],
  ['nothing', ''],
  ['one line', text.split('\n')[0] ?? ''],
  ['a page', '<!doctype html>\n<title>404</title>\n'],
  ['a pack that is cut off', text.slice(0, -1)],
  ['a pack with a byte more', `${text}\n`],
  ['a pack without a comma', text.replace(',\n', '\n')],
  ['a pack with a space before a comma', text.replace(',\n', ', \n')],
  ['carriage returns', text.replaceAll('\n', '\r\n')],
  ['very many lines', `{\n${'1,\n'.repeat(100_000)}1\n]}`],
])('%s is no pack', async (_, other) => {
  expect(await hash(encode(other))).toBeUndefined()
  await expect(cutPack(encode(other), () => true, sha256)).rejects.toThrow(ContractError)
})

test.each([
  ['capitals', (digits: string) => `"${digits.toUpperCase()}"`],
  ['a digit less', (digits: string) => `"${digits.slice(1)}"`],
  ['an escape', (digits: string) => `"\\u0061${digits.slice(6)}"`],
])('A4 a hash of another form, with %s, proves nothing', async (_, change) => {
  const digits = Buffer.from(sha256(encode(JSON.stringify(bodies[0])))).toString('hex')
  const cut = text.replace(JSON.stringify(bodies[0]), change(digits))
  expect(await hash(encode(cut))).not.toBe(await hash(pack))
})

test('A4 whatever bears the name of a pack holds its bodies or their hashes, and nothing else', async () => {
  const anyBody = fc.record({ id: fc.string(), parts: fc.array(fc.string()) })
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyBody, { minLength: 1, maxLength: 6 }),
      fc.func(fc.boolean()),
      fc.nat(),
      fc.nat(255),
      async (values, keeps, place, byte) => {
        const whole = toBytes(values)
        const name = await hash(whole)
        const cut = await cutPack(whole, (at) => keeps(at), sha256)
        expect(await hash(cut)).toBe(name)
        const read: unknown[] = JSON.parse(decode(cut)).bodies
        expect(read.map((own, at) => (typeof own === 'string' ? values[at] : own))).toEqual(values)
        const changed = cut.slice()
        const at = place % changed.length
        fc.pre(changed[at] !== byte)
        changed[at] = byte
        expect(await hash(changed)).not.toBe(name)
      },
    ),
  )
})
