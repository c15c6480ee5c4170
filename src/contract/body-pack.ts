import * as v from 'valibot'
import { parseShape } from './contract-error.ts'
import { pictureFile } from './picture-file.ts'
import { count, fileHash, pageUrl, pictureUrl, postId } from './shapes.ts'
import { publishedFields } from './timeline-shard.ts'

/** SHA-256, 64 hexadecimal digits. */
const sha256Digits = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))

/** Wire shape of a body, in a pack or, in part, in the article's own page. */
export const bodyShape = v.object({
  id: postId,
  /** The whole title, if the row's is cut; absent otherwise. */
  title: v.optional(v.string()),
  /**
   * Original URL, http or https, with its percent-encoding as written, but repaired if it was encoded twice; absent
   * when the source has none.
   */
  sourceUrl: v.optional(pageUrl),
  /** The URL as it is in the source file; absent when equal to `sourceUrl`. */
  writtenUrl: v.optional(pageUrl),
  /** Path of the source file: `society/_posts/2020-03-09-x.md`. */
  file: v.string(),
  /** What that file was; absent of a post that was not read from a file of its own. */
  source: v.optional(
    v.object({
      /** SHA-256 of its bytes, 64 hexadecimal digits, as `sha256sum` prints it. */
      sha256: sha256Digits,
    }),
  ),
  /**
   * Where that file itself lies in the site, see `source-pack.ts`: the file in `data/sources/`, its first byte there and
   * how many bytes it has. Absent where the keeper does not give source files away.
   */
  keptSource: v.optional(v.object({ pack: fileHash, start: count, bytes: count })),
  /**
   * Cleaned HTML in parts of at most 20,000 nodes. An ordinary article has one part, a post without text none. The
   * reader does not trust it and sanitizes it again before showing it.
   */
  parts: v.array(v.string()),
  /**
   * The whole page the article was extracted from, with menus, share buttons, comments and so on, also in parts; absent
   * when it had nothing else. Each part is a list of steps: a string is inserted as is, a positive number copies that
   * many code units of the joined parts of the article, a negative one skips as many. As untrusted as `parts`.
   */
  page: v.optional(v.array(v.array(v.union([v.string(), v.pipe(v.number(), v.integer())])))),
  /**
   * Pictures of this post that the site itself hosts: the URL by which `parts`, the row's lead image or the video
   * thumbnail refer to the picture, its file (`picturePath`), and the width and height of that file in pixels, both
   * 0 where the file is damaged and does not say. Absent when there are none.
   */
  localPictures: v.optional(
    v.array(v.object({ url: pictureUrl, file: pictureFile, width: count, height: count })),
  ),
  /**
   * Facts the page itself gives about its article, in its markup or on a line of its own. They are found by rules, so
   * they are less certain than the front matter and never replace it. Only facts that the row does not have; absent
   * when there are none.
   */
  derived: v.optional(
    v.object({
      /** Name in a byline, if the front matter has none or a different one (often the site's). */
      author: v.optional(v.string()),
      /**
       * As in the page's class names (`information-warfare`), deduplicated. They count as values of the facet `tag`.
       */
      tags: v.optional(v.array(v.string())),
      /** Sections of the source, also deduplicated. They count as values of the facet `category`. */
      categories: v.optional(v.array(v.string())),
      /** BCP 47, if the page as a whole declares its language. */
      language: v.optional(v.string()),
    }),
  ),
  /** Front matter keys without a meaning here, unchanged; absent when there are none. */
  extra: v.optional(v.record(v.string(), v.unknown())),
  /** All versions of the post, newest first, including this one; absent when there is only one. */
  versions: v.optional(
    v.array(
      v.object({
        id: postId,
        title: v.optional(v.string()),
        ...publishedFields,
        /** What is known of `publishedOn` where it is no whole day; absent where it is. */
        timeFlags: v.optional(v.array(v.picklist(['yearOnly', 'monthOnly']))),
        /** Host of the version's original URL; absent where all versions have the same one, or none. */
        sourceHost: v.optional(v.string()),
      }),
    ),
  ),
  /**
   * Other posts that lead on from this one, the best first, at most six. Never an older version, nor a translation: those
   * are listed above. Absent when there are none.
   */
  related: v.optional(
    v.pipe(
      v.array(
        v.object({
          /** Its day of publication is part of it. */
          id: postId,
          /** The month or year of its publication (`YYYY-MM`, `YYYY`), where no day is known; absent otherwise. */
          on: v.optional(v.pipe(v.string(), v.regex(/^\d{4}(-\d{2})?$/))),
          /** The title as lists show it, cut after 36 Chinese or 72 other characters; the file name of a post without one. */
          title: v.string(),
          /** Who published it, see `toPostSource`; absent when that is who published this post. */
          source: v.optional(v.string()),
          /** How it is the same beside its terms: by the address of its original, or with nearly the same text. */
          tie: v.optional(v.picklist(['address', 'text'])),
          /** One to three terms that both are about, as this post writes them, the most telling first; absent without any. */
          terms: v.optional(v.pipe(v.array(v.string()), v.minLength(1), v.maxLength(3))),
        }),
      ),
      v.maxLength(6),
    ),
  ),
  /** The same post in other languages, by language (BCP 47); absent when there are none. */
  translations: v.optional(
    v.array(v.object({ id: postId, language: v.string(), title: v.optional(v.string()) })),
  ),
})

/** What the article page needs beyond the row. */
export type ArticleBody = v.InferOutput<typeof bodyShape>

const packShape = v.object({
  /** Ordinal of the first body. The others follow without gaps. */
  firstOrdinal: count,
  bodies: v.array(bodyShape),
})

/**
 * Bodies of consecutive posts, about 64 KB in total, so that one request fetches an article and its neighbours. Its bytes
 * are told in `pack-file.ts`.
 */
export type BodyPack = v.InferOutput<typeof packShape>

/** Parses a whole pack, as sites have them. @throws ContractError when the shape is wrong. */
export function parseBodyPack(value: unknown): BodyPack {
  return parseShape(packShape, 'body pack', value)
}

const cutPackShape = v.object({
  firstOrdinal: count,
  // The hash of a body that is left out.
  bodies: v.array(v.union([bodyShape, sha256Digits])),
})

/** A pack of which some bodies may be left out: these are `undefined`. */
export interface CutPack {
  firstOrdinal: number
  bodies: readonly (ArticleBody | undefined)[]
}

/** Parses a pack, whole or cut. @throws ContractError when the shape is wrong. */
export function parseCutPack(value: unknown): CutPack {
  const { firstOrdinal, bodies } = parseShape(cutPackShape, 'body pack', value)
  return {
    firstOrdinal,
    bodies: bodies.map((body) => (typeof body === 'string' ? undefined : body)),
  }
}
