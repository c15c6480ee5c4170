import * as v from 'valibot'
import { parsePostId, type PostId } from '#core/post/post-id.ts'
import { fileHashPattern, type FileHash } from './file-names.ts'

/** Building blocks shared by the wire shapes. */
export const count = v.pipe(v.number(), v.integer(), v.minValue(0))

export const fileHash = v.custom<FileHash>(
  (value) => typeof value === 'string' && fileHashPattern.test(value),
  'file hash',
)

export const postId = v.custom<PostId>(
  (value) => typeof value === 'string' && parsePostId(value) !== undefined,
  'post id',
)

/** UTC instant, ISO 8601 with `Z`. */
export const instant = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{3})?Z$/),
)

/** Day, `YYYY-MM-DD`. */
export const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/))

/** URL of a page: http or https only, so that it can become a link as is. */
export const pageUrl = v.pipe(v.string(), v.regex(/^https?:\/\/[^\s"<>\\]+$/i))

/** URL of a picture: https only. */
export const pictureUrl = v.pipe(v.string(), v.regex(/^https:\/\/[^\s"<>\\]+$/i))
