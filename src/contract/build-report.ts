import * as v from 'valibot'
import { parseShape } from './contract-error.ts'
import { count } from './shapes.ts'

/** Kinds of `changes` in a report. */
export const changeKinds = [
  'drawing',
  'formula',
  'frame',
  'hidden',
  'markup',
  'noscript',
  'picture',
  'player',
] as const
export type ChangeKind = (typeof changeKinds)[number]

/**
 * Why a picture that only the archive's own folders could have is not shown: it is not there, or the post names a place
 * out of them; it is an SVG, no picture of a known format, over 20 MB or 64 million pixels, or cannot be read.
 */
export const pictureFaults = [
  'missing',
  'outside',
  'drawing',
  'notPicture',
  'tooLarge',
  'tooManyPixels',
  'unreadable',
] as const
export type PictureFault = (typeof pictureFaults)[number]

/**
 * What is told of somebody by data that cameras and programs put into pictures beside the pixels: `place`, where it was
 * taken; `person`, names of who took it, owns it or is in it; `camera`, which one it was; `other`, anything else.
 */
export const privateKinds = ['place', 'person', 'camera', 'other'] as const
export type PrivateKind = (typeof privateKinds)[number]

const problemShape = v.object({
  /** Path of the file below the given folder's parent. */
  file: v.string(),
  /** Line in the file, from 1; absent when the problem concerns the whole file. */
  line: v.optional(count),
  /** Front matter key or part; absent when the problem concerns the whole file. */
  field: v.optional(v.string()),
  /** What is wrong. */
  reason: v.string(),
  /** What to do about it. */
  hint: v.string(),
  /** `error`: the file yielded no post. `warning`: it yielded one, but something was repaired, doubtful or left out. */
  severity: v.picklist(['error', 'warning']),
})

const reportShape = v.object({
  /** Files found: `posts + copies + versions + unreadable`, and those in `leftOut`. */
  files: count,
  posts: count,
  copies: count,
  versions: count,
  /**
   * How many of `versions` share their file name with another version, how many of the rest share their source URL, and
   * how many only nearly share their text. Absent in reports of builds that did not compare texts.
   */
  versionsBy: v.optional(v.object({ name: count, address: count, text: count })),
  /**
   * Posts that share their source URL with others, but neither title nor text, and are therefore no versions of one
   * another; absent when there are none.
   */
  sharedAddresses: v.optional(count),
  unreadable: count,
  /**
   * Files whose posts their writers kept from readers: drafts, unpublished posts, and those that lists shall not show.
   * Absent when there are none.
   */
  leftOut: v.optional(
    v.array(v.object({ file: v.string(), kind: v.picklist(['draft', 'unpublished', 'unlisted']) })),
  ),
  /** Paths skipped because they are not posts (links, special files), with the reason. */
  skipped: v.array(v.object({ file: v.string(), reason: v.string() })),
  /** Copies left out, each with the file that is kept instead. */
  copyOf: v.array(v.object({ file: v.string(), copyOf: v.string() })),
  /** Number of files and posts per collection. */
  collections: v.array(
    v.object({
      collection: v.string(),
      files: count,
      posts: count,
      /** Name of the folder above it whose settings count; absent when they are its own, or there are none. */
      settings: v.optional(v.string()),
    }),
  ),
  /**
   * Sentences that were left out of excerpts, descriptions and lengths because they recur: in how many posts, in how
   * many of them nothing else is said (`wholly`), and how many sentences recur among the posts of one author, only among
   * those of one source, or nearly, as with another name. Absent in older sites.
   */
  recurring: v.optional(
    v.object({ posts: count, wholly: count, author: count, source: count, similar: count }),
  ),
  /**
   * Links that lead from one post to another, each post counted once (`inside`), in how many `posts`, and posts that are
   * named by the names of their files but are not in the archive (`missing`). `words`: links of wikis that name no post,
   * of which only the words are left; absent when there are none. Absent in older sites.
   */
  links: v.optional(
    v.object({ inside: count, posts: count, missing: count, words: v.optional(count) }),
  ),
  /**
   * Hosts of the pictures of all posts, including older versions, in descending order of pictures: how many pictures,
   * in how many posts. Absent in older sites.
   */
  pictureHosts: v.optional(v.array(v.object({ host: v.string(), pictures: count, posts: count }))),
  /**
   * What all posts, including older versions, show in another way than their sources: how often, in how many posts.
   * `drawing`: an inline drawing, as its words or a mark; `formula`: mathematics as text; `frame`: a page in the page, as
   * a link; `hidden`: what the page did not show, left out; `noscript`: words for readers without script, shown;
   * `picture`: one that cannot be had, as its alternative text; `player`: sound or film that cannot be played, as a link
   * or a mark. Kinds that do not occur are absent. Absent in older sites.
   */
  changes: v.optional(v.array(v.object({ kind: v.picklist(changeKinds), count, posts: count }))),
  /** Number and total bytes of the intact pictures stored next to the posts; absent when there are none. */
  keptPictures: v.optional(v.object({ files: count, bytes: count })),
  /**
   * Pictures of all posts, including older versions, that lie in the archive's own folders: how many are shown, in how
   * many files of how many bytes together, and how many are not, by reason. Absent when there are none, and in older
   * sites.
   */
  folderPictures: v.optional(
    v.object({
      pictures: count,
      files: count,
      bytes: count,
      refused: v.array(
        v.object({ fault: v.picklist(pictureFaults), pictures: count, posts: count }),
      ),
    }),
  ),
  /**
   * Data that was left out of the pictures the site holds: in how many files, by kind; one file may have several. Kinds
   * that do not occur are absent. Absent when there are none, and in older sites.
   */
  pictureData: v.optional(v.array(v.object({ kind: v.picklist(privateKinds), files: count }))),
  /** All problems, by file and line. */
  problems: v.array(problemShape),
})

/** Report of a build: it accounts for every file. Written by `--report`, and into the site for the about page. */
export type BuildReport = v.InferOutput<typeof reportShape>

/** @throws ContractError when the shape is wrong. */
export function parseBuildReport(value: unknown): BuildReport {
  return parseShape(reportShape, 'build report', value)
}
