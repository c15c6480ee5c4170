import * as v from 'valibot'
import { postKinds, timeFlags, timestampOrigins } from '#core/post/post.ts'
import { parseShape } from './contract-error.ts'
import { pictureFile } from './picture-file.ts'
import { count, day, fileHash, instant, pictureUrl, postId } from './shapes.ts'

/** When a post was published. At most one of the two is present; neither when it is unknown. */
export const publishedFields = {
  /** UTC instant. */
  publishedAt: v.optional(instant),
  /** Set when only the day is known. */
  publishedOn: v.optional(day),
}

/** Wire shape of a row, in a shard or in the article's own page. */
export const summaryShape = v.object({
  id: postId,
  /** At most 300 characters, cut with an ellipsis. The body has the whole title. Absent when the source has none. */
  title: v.optional(v.string()),
  ...publishedFields,
  /** The date and time as the source gives it, verbatim, and where it was found; absent when there is none. */
  sourceTimestamp: v.optional(v.object({ text: v.string(), origin: v.picklist(timestampOrigins) })),
  /** Doubts about the times; absent when there are none. */
  timeFlags: v.optional(v.array(v.picklist(timeFlags))),
  /** The first author. */
  author: v.optional(v.string()),
  /** The other authors, in the order of the source; absent when there is none. */
  coauthors: v.optional(v.array(v.string())),
  /** As in the source, deduplicated. */
  tags: v.array(v.string()),
  /** Absent when equal to `tags`. */
  categories: v.optional(v.array(v.string())),
  /** Name of the source repository or folder. */
  collection: v.string(),
  /** Host of the original URL, lower case, without `www.`; absent when the post has no URL. */
  sourceHost: v.optional(v.string()),
  /**
   * Name of the source, from the front matter, the page's OpenGraph, or an author or label that spells its host; absent
   * when nothing is better than the host.
   */
  sourceName: v.optional(v.string()),
  kind: v.picklist(postKinds),
  /** BCP 47 language of title and text; absent when undecided. */
  language: v.optional(v.string()),
  /** BCP 47 language of the title, if it clearly differs from `language`; absent otherwise. */
  titleLanguage: v.optional(v.string()),
  /**
   * Plain text, at most 160 characters, from the first sentence that does not recur in other posts of its author or
   * source; absent when the post has no such sentence.
   */
  excerpt: v.optional(v.string()),
  /** First real picture; absent when there is none. `width` and `height` are in pixels, as declared by the source. */
  leadImage: v.optional(
    v.object({
      url: pictureUrl,
      width: v.optional(count),
      height: v.optional(count),
      alt: v.optional(v.string()),
      /** File of the same picture on the site itself, see `picturePath`; absent when the site does not host it. */
      file: v.optional(pictureFile),
    }),
  ),
  /**
   * Still of the video, by the address that its player gives it; absent for articles, and where the player has no such
   * address. `file` as in `leadImage`.
   */
  still: v.optional(v.object({ url: pictureUrl, file: v.optional(pictureFile) })),
  /** Length of the visible text without what recurs in other posts. */
  length: v.object({ count, unit: v.picklist(['characters', 'words']) }),
  /** Set when all of the text recurs in other posts; its length is then 0. */
  isRecurring: v.optional(v.literal(true)),
  /** File name without date and extension; absent when equal to `title`. Used to resolve old addresses. */
  slug: v.optional(v.string()),
  /** Total number of versions, only on the newest one; absent when there is only one. */
  versions: v.optional(count),
  /** Id of the newest version, only on older ones. */
  supersededBy: v.optional(postId),
  /** Id that the post had in sites built before folders counted, where it is another one now: it leads here too. */
  formerId: v.optional(postId),
})

/** One row of a timeline: the parts of a post that a list shows. */
export type PostSummary = v.InferOutput<typeof summaryShape>

/** Wire shape of a shard, alone or as part of a file. */
export const shardShape = v.object({
  /** Ordinal of the first row. The others follow without gaps. */
  firstOrdinal: count,
  rows: v.array(summaryShape),
  /**
   * Packs with the bodies of these rows, by their first ordinal. A pack extends to the next one or to the end of the
   * shard.
   */
  packs: v.array(v.object({ firstOrdinal: count, pack: fileHash })),
})

/** Consecutive rows by ordinal, oldest first. */
export type TimelineShard = v.InferOutput<typeof shardShape>

/** @throws ContractError when the shape is wrong. */
export function parseTimelineShard(value: unknown): TimelineShard {
  return parseShape(shardShape, 'timeline shard', value)
}

/** Number of the shard that contains an ordinal. */
export function toShardNumber(ordinal: number, rowsPerShard: number): number {
  return Math.floor(ordinal / rowsPerShard)
}
