import * as v from 'valibot'
import { parseShape } from './contract-error.ts'
import { count, pageUrl, postId } from './shapes.ts'

/** Posts of one file: about a megabyte of addresses. */
export const postsPerOriginalsFile = 16_384

const fieldsShape = v.object({
  /** Ordinal of the first post, a multiple of `postsPerOriginalsFile`. The others follow without gaps. */
  firstOrdinal: v.pipe(count, v.multipleOf(postsPerOriginalsFile)),
  /** Original address of each post, as `sourceUrl` of its body; null where it has none. */
  urls: v.pipe(v.array(v.nullable(pageUrl)), v.maxLength(postsPerOriginalsFile)),
  /** Whole titles of the posts whose rows cut them: place in `urls`, title. */
  titles: v.array(v.tuple([count, v.string()])),
  /** The id of each post; absent in sites of older builders. */
  ids: v.optional(v.pipe(v.array(postId), v.maxLength(postsPerOriginalsFile))),
})

const originalsShape = v.pipe(
  fieldsShape,
  v.check(
    ({ urls, titles }) => titles.every(([at]) => at < urls.length),
    'a title is of none of its posts',
  ),
)

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
