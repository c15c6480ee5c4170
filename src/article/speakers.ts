import type { PostSummary } from '#contract/timeline-shard.ts'
import { listAuthors } from '#core/post/authors.ts'
import { toNameKey } from '#core/text/name-key.ts'

/** Who speaks in a post: a name, and the facet value that lists all that this name stands for. */
export interface Speaker {
  facet: 'author' | 'source' | 'collection'
  value: string
  name: string
}

type SpokenPost = Pick<
  PostSummary,
  'author' | 'coauthors' | 'sourceName' | 'sourceHost' | 'collection' | 'kind'
>

/**
 * Who speaks in a post: its source by its best name, then its authors, each once. The host of a player says nothing about
 * a video whose channel is known.
 */
export function listSpeakers(post: SpokenPost): Speaker[] {
  const authors = listAuthors(post).map((name): Speaker => ({
    facet: 'author',
    value: name,
    name,
  }))
  if (authors.length > 0 && post.kind === 'video' && post.sourceName === undefined) return authors
  const source = toSource(post)
  const isAuthor = authors.some(({ name }) => toNameKey(name) === toNameKey(source.name))
  return isAuthor ? authors : [source, ...authors]
}

function toSource({ sourceName, sourceHost, collection }: SpokenPost): Speaker {
  return sourceHost === undefined
    ? { facet: 'collection', value: collection, name: sourceName ?? collection }
    : { facet: 'source', value: sourceHost, name: sourceName ?? sourceHost }
}
