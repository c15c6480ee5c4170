import { gapNames } from '#contract/statistics-file.ts'
import type { CachedPost } from '#builder/archive/post/cached-post.ts'

/** The parts of a post that tell what it lacks. */
export type GapSource = Pick<CachedPost, 'row' | 'pictureHosts' | 'ownPictures' | 'sourceUrl'>

/** What a post lacks. Of text and pictures only articles can. Pictures that were part of the text itself do not count. */
export function listGaps(post: GapSource): (typeof gapNames)[number][] {
  const { row, pictureHosts, ownPictures, sourceUrl } = post
  const isArticle = row.kind === 'article'
  const lacks = {
    text: isArticle && row.length.count === 0,
    picture: isArticle && pictureHosts === undefined && ownPictures === undefined,
    date: row.publishedAt === undefined && row.publishedOn === undefined,
    original: sourceUrl === undefined,
  }
  return gapNames.filter((name) => lacks[name])
}
