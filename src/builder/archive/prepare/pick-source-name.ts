import type { Post } from '#core/post/post.ts'
import { toNameKey } from '#core/text/name-key.ts'

interface NamedSource {
  /** The name that the page gives itself; absent when it gives none. */
  pageName: string | undefined
  host: string | undefined
}

/**
 * Name of a post's source: from the front matter, from the page, or an author or label of the post that spells the name
 * of the host (`iYouPort` for `iyouport.org`); `undefined` when there is nothing better than the host.
 */
export function pickSourceName(
  { siteName, author, tags, categories }: Post,
  { pageName, host }: NamedSource,
): string | undefined {
  const name = siteName ?? pageName
  if (name !== undefined) return name
  if (host === undefined) return undefined
  const keys = new Set([host, ...host.split('.').slice(0, -1)].map(toNameKey))
  return [author, ...tags, ...categories].find(
    (label) => label !== undefined && label !== host && keys.has(toNameKey(label)),
  )
}
