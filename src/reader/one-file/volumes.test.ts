import { describe, expect, test } from 'vitest'
import { parseLifeboatDirectory } from '#contract/lifeboat-directory.ts'
import { toBase85Bytes } from '#shape/lifeboat/base85.ts'
import { takeFarRepeats } from '#shape/lifeboat/far-repeats.ts'
import { Volumes } from './volumes.ts'

const files = { 'a.json': 'first file', 'b.json': 'second, longer file', 'c.bin': '' }
const bytes = new TextEncoder().encode(Object.values(files).join(''))
const toText = (one: Uint8Array) => new TextDecoder().decode(one)
const toText85 = (one: Uint8Array) => toText(toBase85Bytes(one))
const toHex = (one: Uint8Array) => [...one].map((n) => n.toString(16).padStart(2, '0')).join('')

async function pack(plain: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([plain]).stream().pipeThrough(new CompressionStream('gzip'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

const gzip = await pack(new Uint8Array(takeFarRepeats(bytes)))
const sha256 = toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))
const large = await pack(new Uint8Array(2 ** 24))
const others = await pack(new Uint8Array(bytes.length).fill(65))

function flip(bit: number): Uint8Array {
  const other = gzip.slice()
  other[bit >> 3] = (other[bit >> 3] ?? 0) ^ (1 << (bit & 7))
  return other
}

/** A lifeboat of one volume with these files, in a form that a test may change. */
function makeVolumes({
  packed = toText85(gzip),
  facts = {},
}: { packed?: string | undefined; facts?: object } = {}) {
  let start = 0
  const places = Object.entries(files).map(([path, { length }]) => {
    const place = [path, [0, start, length]]
    start += length
    return place
  })
  const volume = { bytes: bytes.length, packing: 'repeats', sha256, bodies: 0, ...facts }
  const directory = parseLifeboatDirectory({
    version: 2,
    posts: 0,
    volumes: [volume],
    files: Object.fromEntries(places),
  })
  const asked: number[] = []
  const volumes = new Volumes(directory, (at) => {
    asked.push(at)
    return Promise.resolve(packed === 'cut' ? undefined : packed)
  })
  return { volumes, asked }
}

test('each file is read from its place, and the volume is unpacked once', async () => {
  const { volumes, asked } = makeVolumes()
  const read = await Promise.all(Object.keys(files).map((path) => volumes.read(path)))
  expect(read.map(toText)).toEqual(Object.values(files))
  expect(asked).toEqual([0])
})

test('what somebody does to the bytes of a file does not change the next reading', async () => {
  const { volumes } = makeVolumes()
  ;(await volumes.read('a.json')).fill(0)
  expect(toText(await volumes.read('a.json'))).toBe('first file')
})

describe('a file that cannot be had', () => {
  test.each([
    ['is absent where the copy has no such file', 'z.json', {}, 'absent'],
    ['is absent under a name that every object has', 'constructor', {}, 'absent'],
    ['is cut where the file ends before it', 'a.json', { packed: 'cut' }, 'cut'],
    [
      'is corrupt where a bit of its data is another',
      'a.json',
      { packed: toText85(flip(14 * 8)) },
      'corrupt',
    ],
    [
      'is corrupt where a bit of its length is another',
      'a.json',
      { packed: toText85(flip((gzip.length - 1) * 8)) },
      'corrupt',
    ],
    ['is corrupt where its text is none', 'a.json', { packed: '***' }, 'corrupt'],
    [
      'is corrupt where it ends early',
      'a.json',
      { packed: toText85(gzip.subarray(0, 20)) },
      'corrupt',
    ],
    [
      'is corrupt where it unpacks to more than it says',
      'a.json',
      { packed: toText85(large) },
      'corrupt',
    ],
    [
      'is corrupt where other bytes were packed as well',
      'a.json',
      { packed: toText85(others) },
      'corrupt',
    ],
  ])('%s', async (_, path, form, kind) => {
    const { volumes } = makeVolumes(form)
    await expect(volumes.read(path)).rejects.toMatchObject({ kind, path })
  })
})

test('L4 every change of a single bit is refused, or changes nothing', async () => {
  for (let bit = 0; bit < gzip.length * 8; bit++) {
    const { volumes } = makeVolumes({ packed: toText85(flip(bit)) })
    const read = await volumes.read('b.json').then(toText, (error: { kind: string }) => error.kind)
    // Time, system and name of the packed file are not part of what is packed.
    expect(['corrupt', files['b.json']]).toContain(read)
  }
})

test('a file that was damaged when it was asked for is asked for again', async () => {
  const { volumes, asked } = makeVolumes({ packed: '***' })
  await expect(volumes.read('a.json')).rejects.toMatchObject({ kind: 'corrupt' })
  await expect(volumes.read('a.json')).rejects.toMatchObject({ kind: 'corrupt' })
  expect(asked).toEqual([0, 0])
})
