import * as v from 'valibot'
import { parseShape } from './contract-error.ts'
import { pictureFile } from './picture-file.ts'
import { count, pageUrl, pictureUrl, postId } from './shapes.ts'
import { publishedFields } from './timeline-shard.ts'

/** Body as it is written, in a pack or, in part, in the article's own page. */
export const bodyShape = v.object({
  id: postId,
  /** The whole title where the row's is cut. */
  title: v.optional(v.string()),
  /** Original address, http or https, percent-encoding as written, but repaired where it was doubled; absent when the source has none. */
  sourceUrl: v.optional(pageUrl),
  /** The address as the source file has it; absent when it is `sourceUrl`. */
  writtenUrl: v.optional(pageUrl),
  /** Path of the source file: `society/_posts/2020-03-09-x.md`. */
  file: v.string(),
  /**
   * Cleaned HTML in parts of at most 20,000 nodes; an ordinary article has one, a post without text none. Not trusted by the
   * reader: sanitized again before it is shown.
   */
  parts: v.array(v.string()),
  /**
   * The whole page the article was found in, with menus, share buttons, comments and the like, in parts too; absent when it held
   * nothing else. Each part is made of steps: a text stands as it is, a number copies so many code units of the article's parts
   * put together, a negative one passes over as many. As little trusted as `parts`.
   */
  page: v.optional(v.array(v.array(v.union([v.string(), v.pipe(v.number(), v.integer())])))),
  /**
   * Pictures of this post that the site holds itself: the address by which `parts`, the row's lead image or the still of its
   * video name the picture, its file (`picturePath`), and the sides of that file in pixels. Absent when there are none.
   */
  localPictures: v.optional(
    v.array(v.object({ url: pictureUrl, file: pictureFile, width: count, height: count })),
  ),
  /**
   * What the page itself says of its article, in its markup or a line of its own: read by rules, so less sure than the front
   * matter, which it never replaces. Holds only what the row does not say; absent when there is nothing.
   */
  derived: v.optional(
    v.object({
      /** Name in a byline, where the front matter has none or another one (often the site's). */
      author: v.optional(v.string()),
      /** As the page's classes have them (`information-warfare`), without repeats. Values of the facet `tag` like others. */
      tags: v.optional(v.array(v.string())),
      /** Sections of the source, likewise; values of the facet `category`. */
      categories: v.optional(v.array(v.string())),
      /** BCP 47, where the page as a whole names its language. */
      language: v.optional(v.string()),
    }),
  ),
  /** Front matter keys that have no meaning here, kept as they were; absent when there are none. */
  extra: v.optional(v.record(v.string(), v.unknown())),
  /** All versions of the post, newest first, this one included; absent when there is one. */
  versions: v.optional(
    v.array(
      v.object({
        id: postId,
        title: v.optional(v.string()),
        ...publishedFields,
        /** Host of the version's original address; absent where all versions have the same one, or none. */
        sourceHost: v.optional(v.string()),
      }),
    ),
  ),
})

/** What the article page needs beyond the row. */
export type ArticleBody = v.InferOutput<typeof bodyShape>

const packShape = v.object({
  /** Ordinal of the first body; the others follow without gaps. */
  firstOrdinal: count,
  bodies: v.array(bodyShape),
})

/** Bodies of neighbouring posts, about 64 KB of them: one request fetches an article and its neighbours. */
export type BodyPack = v.InferOutput<typeof packShape>

/** @throws ContractError when the shape is wrong. */
export function parseBodyPack(value: unknown): BodyPack {
  return parseShape(packShape, 'body pack', value)
}
