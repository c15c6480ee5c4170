import type { FileHash } from '#contract/file-names.ts'

const packBytes = 65_536

/** Bodies of neighbouring posts, as JSON each. */
export interface PackedBodies {
  firstOrdinal: number
  bodies: Uint8Array[]
}

/** Where the bodies from one ordinal on lie. */
export interface PackPlace {
  firstOrdinal: number
  pack: FileHash
}

/** Packs neighbouring bodies, in order, about 64 KB of JSON each; a body larger than that is a pack of its own. */
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
