/**
 * Stable id of a post: `<UTC date>-<8 base32 characters>`, or `undated-<8 base32 characters>` if the post has no date.
 * ASCII only, so it is safe as a path component on every file system.
 */
export type PostId = string & { readonly kind: 'PostId' }

const idPattern = /^(?:(\d{4})-(\d{2})-(\d{2})|undated)-[a-z2-7]{8}$/

/** Parses a post id from a URL or a file; `undefined` when the text is not one. */
export function parsePostId(text: string): PostId | undefined {
  return idPattern.test(text) ? (text as PostId) : undefined
}

/**
 * Joins a UTC day (`YYYY-MM-DD`, absent when undated) and the first eight characters of a base32 digest.
 * @throws RangeError when the parts do not make a post id.
 */
export function toPostId(utcDay: string | undefined, digest: string): PostId {
  const id = parsePostId(`${utcDay ?? 'undated'}-${digest.slice(0, 8)}`)
  if (!id) throw new RangeError(`cannot make a post id from "${utcDay}" and "${digest}"`)
  return id
}

/** The UTC day (`YYYY-MM-DD`) a post id starts with; `undefined` for undated posts. */
export function toUtcDay(id: PostId): string | undefined {
  return id.startsWith('undated') ? undefined : id.slice(0, 10)
}
