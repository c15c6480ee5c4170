import type { PostSummary } from '#contract/timeline-shard.ts'
import { toNameKey } from '#core/text/name-key.ts'

/** Who speaks in a post: a name, and the facet value that lists all that this name stands for. */
export interface Speaker {
  facet: 'author' | 'source' | 'collection'
  value: string
  name: string
}

type SpokenPost = Pick<PostSummary, 'author' | 'sourceName' | 'sourceHost' | 'collection' | 'kind'>

/**
 * Who speaks in a post: its source by its best name, then its author, each once. The host of a player says nothing about
 * a video whose channel is known.
 */
export function listSpeakers(post: SpokenPost): Speaker[] {
  const { author, kind } = post
  if (author === undefined) return [toSource(post)]
  const speaker: Speaker = { facet: 'author', value: author, name: author }
  if (kind === 'video' && post.sourceName === undefined) return [speaker]
  const source = toSource(post)
  return toNameKey(source.name) === toNameKey(author) ? [speaker] : [source, speaker]
}

function toSource({ sourceName, sourceHost, collection }: SpokenPost): Speaker {
  return sourceHost === undefined
    ? { facet: 'collection', value: collection, name: sourceName ?? collection }
    : { facet: 'source', value: sourceHost, name: sourceName ?? sourceHost }
}
