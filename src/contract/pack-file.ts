import { joinBytes } from '#core/bytes/join-bytes.ts'
import { toHex } from '#core/bytes/to-hex.ts'
import { ContractError } from './contract-error.ts'
import { toFileHash, type FileHash } from './file-names.ts'

/**
 * The bytes of a pack: JSON, with line breaks only between its head, its bodies and its end, and a comma before the line
 * break of every body but the last. JSON has no line breaks in texts, so the lines are found without reading them.
 *
 * A pack is named by the SHA-256 over the SHA-256 of its head and of each body, 32 bytes each. A pack that is cut holds,
 * in place of a body, the SHA-256 of it, as a text of 64 hexadecimal digits: it bears the same name.
 */

/** SHA-256, 32 bytes. Callers bring their own: browsers have none but an asynchronous one. */
export type AnySha256 = (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>

const lineBreak = 10
const comma = 44
const separator = Uint8Array.of(comma, lineBreak)
const end = new TextEncoder().encode('\n]}')
const leftOutPattern = /^"([0-9a-f]{64})"$/
/** More lines than a writer makes, so that what a hostile host sends is refused before it fills the memory. */
const mostLines = 4096

/** Lines of a pack: the head and, of each body, its bytes or, where it is left out, what stands in its place. */
interface PackLines {
  head: Uint8Array
  bodies: Uint8Array[]
}

/** Bytes of a pack of these bodies, each as JSON. */
export function toPackBytes({
  firstOrdinal,
  bodies,
}: {
  firstOrdinal: number
  bodies: readonly Uint8Array[]
}): Uint8Array {
  return joinLines({
    head: new TextEncoder().encode(`{"firstOrdinal":${firstOrdinal},"bodies":[`),
    bodies,
  })
}

/** The name of a pack, whole or cut; `undefined` for bytes that have not the form of one. */
export async function hashPack(
  bytes: Uint8Array,
  sha256: AnySha256,
): Promise<FileHash | undefined> {
  const lines = splitLines(bytes)
  if (lines === undefined) return undefined
  const { head, bodies } = lines
  const digests = await Promise.all([
    sha256(head),
    ...bodies.map((body) => readLeftOut(body) ?? sha256(body)),
  ])
  return toFileHash(await sha256(joinBytes(digests)))
}

/**
 * Cuts a pack, so that some of its bodies can be passed on and are still proven.
 * @param keeps whether the body at this place in the pack stays.
 * @throws ContractError when the bytes have not the form of a pack.
 */
export async function cutPack(
  bytes: Uint8Array,
  keeps: (place: number) => boolean,
  sha256: AnySha256,
): Promise<Uint8Array> {
  const lines = splitLines(bytes)
  if (lines === undefined) throw new ContractError('body pack: not in lines')
  const bodies = lines.bodies.map(async (body, place) =>
    keeps(place) || readLeftOut(body) ? body : toLeftOut(await sha256(body)),
  )
  return joinLines({ head: lines.head, bodies: await Promise.all(bodies) })
}

function splitLines(bytes: Uint8Array): PackLines | undefined {
  const lines: Uint8Array[] = []
  let start = 0
  for (let at = bytes.indexOf(lineBreak); at >= 0; at = bytes.indexOf(lineBreak, start)) {
    if (lines.length === mostLines) return undefined
    lines.push(bytes.subarray(start, at))
    start = at + 1
  }
  const [head, ...bodies] = lines
  const last = bodies.pop()
  const isPack =
    last !== undefined &&
    toText(bytes.subarray(start)) === ']}' &&
    bodies.every((line) => line.at(-1) === comma)
  if (head === undefined || !isPack) return undefined
  return { head, bodies: [...bodies.map((line) => line.subarray(0, -1)), last] }
}

function joinLines({
  head,
  bodies,
}: {
  head: Uint8Array
  bodies: readonly Uint8Array[]
}): Uint8Array {
  const lines = bodies.flatMap((body, place) => (place === 0 ? [body] : [separator, body]))
  return joinBytes([head, separator.subarray(1), ...lines, end])
}

/** The hash of a body that is left out; `undefined` for a body that is there. */
function readLeftOut(line: Uint8Array): Uint8Array | undefined {
  const digits = line.length === 66 ? leftOutPattern.exec(toText(line))?.[1] : undefined
  if (digits === undefined) return undefined
  return Uint8Array.from({ length: 32 }, (_, at) =>
    Number.parseInt(digits.slice(at * 2, at * 2 + 2), 16),
  )
}

function toLeftOut(digest: Uint8Array): Uint8Array {
  return new TextEncoder().encode(`"${toHex(digest)}"`)
}

function toText(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}
