import * as v from 'valibot'
import { parseShape } from './contract-error.ts'
import { count } from './shapes.ts'

const problemShape = v.object({
  /** Path of the file below the given folder's parent. */
  file: v.string(),
  /** Line in the file, from 1; absent when the file as a whole is meant. */
  line: v.optional(count),
  /** Front matter key or part; absent when the file as a whole is meant. */
  field: v.optional(v.string()),
  /** What is wrong. */
  reason: v.string(),
  /** What to do about it. */
  hint: v.string(),
  /** `error`: no post came of it. `warning`: a post was made, something was repaired, doubtful or left out. */
  severity: v.picklist(['error', 'warning']),
})

const reportShape = v.object({
  /** Files looked at: `posts + copies + versions + unreadable`. */
  files: count,
  posts: count,
  copies: count,
  versions: count,
  /**
   * How many of `versions` share their file name with another version, how many more their source address, and how many only
   * their text, nearly. Absent in reports of builds that did not look at texts.
   */
  versionsBy: v.optional(v.object({ name: count, address: count, text: count })),
  unreadable: count,
  /** Paths passed over because they are not posts (links, special files), with the reason. */
  skipped: v.array(v.object({ file: v.string(), reason: v.string() })),
  /** Copies left out, each with the file that stands for it. */
  copyOf: v.array(v.object({ file: v.string(), copyOf: v.string() })),
  /** Posts a collection has. */
  collections: v.array(v.object({ collection: v.string(), files: count, posts: count })),
  /**
   * Hosts that the pictures of all posts come from, older versions included, most pictures first: how many pictures, in how many
   * posts. Absent in older sites.
   */
  pictureHosts: v.optional(v.array(v.object({ host: v.string(), pictures: count, posts: count }))),
  /** Pictures kept beside the posts and found whole, and their bytes; absent when there are none. */
  keptPictures: v.optional(v.object({ files: count, bytes: count })),
  /** All problems, by file and line. */
  problems: v.array(problemShape),
})

/** Account of a build: every file stands in it. Written by `--report` and into the site for the about page. */
export type BuildReport = v.InferOutput<typeof reportShape>

/** @throws ContractError when the shape is wrong. */
export function parseBuildReport(value: unknown): BuildReport {
  return parseShape(reportShape, 'build report', value)
}
