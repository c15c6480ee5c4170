/** The fields of a post's row that tell who published it. */
interface SourceParts {
  kind: 'article' | 'video'
  author?: string | undefined
  sourceHost?: string | undefined
  collection: string
}

/** Who published a post: the author of a video, whose host only carries it; else the host, author or collection. */
export function toPostSource({ kind, author, sourceHost, collection }: SourceParts): string {
  return (kind === 'video' ? author : undefined) ?? sourceHost ?? author ?? collection
}
