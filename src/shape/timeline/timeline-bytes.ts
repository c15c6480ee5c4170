import { joinBytes } from '#core/bytes/join-bytes.ts'
import type { ShardRows } from './shard.ts'

/** Bytes of a `TimelineShard`. */
export function toShardBytes({ firstOrdinal, rows, packs }: ShardRows): Uint8Array {
  const tail = `],"packs":${JSON.stringify(packs)}}`
  return joinJson(`{"firstOrdinal":${firstOrdinal},"rows":[`, rows, tail)
}

const encoder = new TextEncoder()
const comma = encoder.encode(',')

function joinJson(head: string, members: readonly Uint8Array[], tail: string): Uint8Array {
  const parts: Uint8Array[] = [encoder.encode(head)]
  for (const [at, member] of members.entries()) {
    if (at > 0) parts.push(comma)
    parts.push(member)
  }
  return joinBytes([...parts, encoder.encode(tail)])
}
