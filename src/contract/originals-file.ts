import * as v from 'valibot'
import { parseShape } from './contract-error.ts'
import { count, pageUrl } from './shapes.ts'

/** Posts of one file: about a megabyte of addresses. */
export const postsPerOriginalsFile = 16_384

const originalsShape = v.object({
  /** Ordinal of the first post. The others follow without gaps. */
  firstOrdinal: count,
  /** Original address of each post, as `sourceUrl` of its body; null where it has none. */
  urls: v.array(v.nullable(pageUrl)),
  /** Whole titles of the posts whose rows cut them: place in `urls`, title. */
  titles: v.array(v.tuple([count, v.string()])),
})

/**
 * What a reference to a post needs beyond its row, for consecutive posts: lists of thousands are exported without the
 * bodies of their articles.
 */
export type Originals = v.InferOutput<typeof originalsShape>

/** @throws ContractError when the shape is wrong. */
export function parseOriginals(value: unknown): Originals {
  return parseShape(originalsShape, 'originals', value)
}

/** Number of the file that an ordinal is in, from 0. */
export function toOriginalsNumber(ordinal: number): number {
  return Math.floor(ordinal / postsPerOriginalsFile)
}
