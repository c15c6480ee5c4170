import type { Manifest } from '#contract/manifest.ts'
import type { PostSummary } from '#contract/timeline-shard.ts'

/** Languages of posts, the most frequent first, then by code units; posts without one do not count. */
export function rankLanguages(languages: Iterable<string | undefined>): string[] {
  const counts = new Map<string, number>()
  for (const language of languages) {
    if (language !== undefined) counts.set(language, (counts.get(language) ?? 0) + 1)
  }
  const ranked = [...counts]
  ranked.sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
  return ranked.map(([language]) => language)
}

/** From when until when posts were published, by the times of these, in their order; `undefined` where none is dated. */
export function toArchiveSpan(
  posts: Iterable<Pick<PostSummary, 'publishedAt' | 'publishedOn'>>,
): Manifest['span'] {
  let first: string | undefined
  let last: string | undefined
  for (const { publishedAt, publishedOn } of posts) {
    const instant =
      publishedAt ?? (publishedOn === undefined ? undefined : `${publishedOn}T00:00:00Z`)
    first ??= instant
    last = instant ?? last
  }
  return first === undefined || last === undefined ? undefined : { first, last }
}
