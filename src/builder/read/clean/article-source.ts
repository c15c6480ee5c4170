import type { Post } from '#core/post/post.ts'
import type { ArticleSource } from './clean-article.ts'

/** What of a post its article is made of. */
export function toArticleSource(post: Post): ArticleSource {
  const { body, bodyForm, markdownHabits, sourceUrl, siteUrl, linkUrl, title } = post
  return {
    body,
    bodyForm,
    ...(markdownHabits === undefined ? {} : { markdownHabits }),
    ...(linkUrl === undefined ? {} : { linkUrl }),
    ...(sourceUrl === undefined ? {} : { sourceUrl }),
    ...(siteUrl === undefined ? {} : { siteUrl }),
    ...(title === undefined ? {} : { title }),
  }
}
