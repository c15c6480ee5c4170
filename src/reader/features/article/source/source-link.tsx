import type { Words } from '#article/words.ts'
import type { Article } from '#reader/data/archive/article-query.ts'
import { isOneFile } from '#reader/links/place.ts'
import { sourcePath, toHref } from '#reader/links/paths.ts'

/** Leads to the source file of an article, or says that the site does not hold it. */
export function SourceLink({ article, words }: { article: Article; words: Words }) {
  const { summary, body } = article
  if (body.keptSource === undefined || isOneFile) return words('article.sourceNotHere')
  return <a href={toHref(sourcePath(summary.id))}>{words('article.showSource')}</a>
}
