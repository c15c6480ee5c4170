import { toHex } from '#core/bytes/to-hex.ts'
import type { LifeboatDirectory } from '#contract/lifeboat-directory.ts'
import { toSha256 } from '../digest.ts'
import { decodeBase85 } from './base85.ts'
import { putBackRepeats, toMostPacked } from './put-back-repeats.ts'
import { unpackGzip } from './unpack-gzip.ts'

type VolumeFacts = LifeboatDirectory['volumes'][number]

/**
 * Bytes of a volume from the text of its element; `undefined` for others than its directory says. No more is unpacked
 * than that.
 * @throws Error what gzip and base 85 say of damage, which differs by engine.
 */
export async function unpackVolume(
  text: string,
  facts: VolumeFacts,
): Promise<Uint8Array | undefined> {
  const bytes = await unpack(decodeBase85(text), facts)
  const isSame = bytes.length === facts.bytes && toHex(await toSha256(bytes)) === facts.sha256
  return isSame ? bytes : undefined
}

async function unpack(
  packed: Uint8Array<ArrayBuffer>,
  { packing, bytes }: VolumeFacts,
): Promise<Uint8Array> {
  if (packing === 'none') return packed
  return putBackRepeats(await unpackGzip(packed, toMostPacked(bytes)), bytes)
}
