import { toHex } from '#core/bytes/to-hex.ts'
import type { LifeboatDirectory } from '#contract/lifeboat-directory.ts'
import { toSha256 } from '../digest.ts'
import { base85Group, decodeBase85 } from './base85.ts'
import { putBackRepeats, toMostPacked } from './put-back-repeats.ts'
import { unpackGzip } from './unpack-gzip.ts'

type VolumeFacts = LifeboatDirectory['volumes'][number]

/** Characters that are decoded in one go. */
const charactersAtOnce = base85Group.characters * 2 ** 17

/**
 * Bytes of a volume from the text of its element; `undefined` for others than its directory says. No more is decoded or
 * unpacked than that.
 * @param rest - lets others work in between.
 * @throws Error what gzip and base 85 say of damage, which differs by engine.
 */
export async function unpackVolume(
  text: string,
  facts: VolumeFacts,
  rest?: () => Promise<void>,
): Promise<Uint8Array | undefined> {
  if (text.length > toMostText(facts)) return undefined
  const packed = new Uint8Array(
    Math.floor((text.length * base85Group.bytes) / base85Group.characters),
  )
  let length = 0
  for (let at = 0; at < text.length; at += charactersAtOnce) {
    if (at > 0) await rest?.()
    const part = decodeBase85(text.slice(at, at + charactersAtOnce))
    packed.set(part, length)
    length += part.length
  }
  const bytes = await unpack(packed.subarray(0, length), facts)
  const isSame = bytes.length === facts.bytes && toHex(await toSha256(bytes)) === facts.sha256
  return isSame ? bytes : undefined
}

/** Most text that a volume takes: gzip adds less than a thousandth to what it cannot make smaller. */
function toMostText({ packing, bytes }: VolumeFacts): number {
  const packed = packing === 'none' ? bytes : toMostPacked(bytes) * 1.001 + 64
  return Math.ceil(packed / base85Group.bytes) * base85Group.characters
}

async function unpack(
  packed: Uint8Array<ArrayBuffer>,
  { packing, bytes }: VolumeFacts,
): Promise<Uint8Array> {
  if (packing === 'none') return packed
  return putBackRepeats(await unpackGzip(packed, toMostPacked(bytes)), bytes)
}
