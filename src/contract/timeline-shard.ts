import * as v from 'valibot'
import { postKinds, timeFlags, timestampOrigins } from '#core/post.ts'
import { parseShape } from './contract-error.ts'
import { pictureFile } from './picture-file.ts'
import { count, day, fileHash, instant, pictureUrl, postId } from './shapes.ts'

/** When a post was published: at most one of the two is present, neither when it is unknown. */
export const publishedFields = {
  /** UTC instant. */
  publishedAt: v.optional(instant),
  /** Only the day is known. */
  publishedOn: v.optional(day),
}

/** Row as it is written, in a shard or in the article's own page. */
export const summaryShape = v.object({
  id: postId,
  /** At most 300 characters, cut with an ellipsis; the whole title is in the body. Absent when the source has none. */
  title: v.optional(v.string()),
  ...publishedFields,
  /** The source's own clock, verbatim, and where it was found; absent when nothing tells it. */
  sourceTimestamp: v.optional(v.object({ text: v.string(), origin: v.picklist(timestampOrigins) })),
  /** Doubts about the times; absent when there are none. */
  timeFlags: v.optional(v.array(v.picklist(timeFlags))),
  author: v.optional(v.string()),
  /** As the source gives them, without repeats. */
  tags: v.array(v.string()),
  /** Absent when equal to `tags`. */
  categories: v.optional(v.array(v.string())),
  /** Name of the source repository or folder. */
  collection: v.string(),
  /** Host of the original address, lower case, without `www.`; absent when the post has no address. */
  sourceHost: v.optional(v.string()),
  kind: v.picklist(postKinds),
  /** BCP 47 language of title and text; absent when undecided. */
  language: v.optional(v.string()),
  /** BCP 47 language of the title where it clearly is another one than `language`. */
  titleLanguage: v.optional(v.string()),
  /** Plain text, at most 160 characters; absent when the post has no text. */
  excerpt: v.optional(v.string()),
  /** First real picture; absent when there is none. `width`, `height` in pixels as declared by the source. */
  leadImage: v.optional(
    v.object({
      url: pictureUrl,
      width: v.optional(count),
      height: v.optional(count),
      alt: v.optional(v.string()),
      /** The same picture in the site itself, see `picturePath`; absent when the site does not hold it. */
      file: v.optional(pictureFile),
    }),
  ),
  /** Length of the visible text. */
  length: v.object({ count, unit: v.picklist(['characters', 'words']) }),
  /** File name without date and extension; absent when equal to `title`. Resolves old permalinks. */
  slug: v.optional(v.string()),
  /** How many versions there are in all, on the newest one; absent when there is one. */
  versions: v.optional(count),
  /** Id of the newest version, on older ones. */
  supersededBy: v.optional(postId),
})

/** One row of a timeline: what a list shows of a post. */
export type PostSummary = v.InferOutput<typeof summaryShape>

/** Shard as it is written, alone or as part of a file. */
export const shardShape = v.object({
  /** Ordinal of the first row; the others follow without gaps. */
  firstOrdinal: count,
  rows: v.array(summaryShape),
  /** Packs with the bodies of these rows, by their first ordinal; a pack reaches to the next one or the shard's end. */
  packs: v.array(v.object({ firstOrdinal: count, pack: fileHash })),
})

/** Consecutive rows by ordinal, oldest first. */
export type TimelineShard = v.InferOutput<typeof shardShape>

/** @throws ContractError when the shape is wrong. */
export function parseTimelineShard(value: unknown): TimelineShard {
  return parseShape(shardShape, 'timeline shard', value)
}

/** Which shard holds an ordinal. */
export function toShardNumber(ordinal: number, rowsPerShard: number): number {
  return Math.floor(ordinal / rowsPerShard)
}
