import type { FileHash } from '#contract/file-names.ts'

/** About how large a pack is, bytes of JSON. */
export const packBytes = 65_536

/** Bodies of consecutive posts, each as JSON. */
export interface PackedBodies {
  firstOrdinal: number
  bodies: Uint8Array[]
}

/** Which pack holds the bodies from an ordinal on. */
export interface PackPlace {
  firstOrdinal: number
  pack: FileHash
}

/** Groups consecutive bodies into packs of about 64 KB of JSON; a larger body gets a pack of its own. */
export function buildPacks(firstOrdinal: number, bodies: Uint8Array[]): PackedBodies[] {
  const packs: PackedBodies[] = []
  let filled = Infinity
  for (const [at, body] of bodies.entries()) {
    const pack = packs.at(-1)
    if (pack === undefined || filled + body.length > packBytes) {
      packs.push({ firstOrdinal: firstOrdinal + at, bodies: [body] })
      filled = body.length
    } else {
      pack.bodies.push(body)
      filled += body.length
    }
  }
  return packs
}
