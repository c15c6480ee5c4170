import { ArticleRoute } from '#reader/features/article/article-route.tsx'
import { ListenTool } from '#reader/features/listen/listen-tool.tsx'

export { loadArticle } from '#reader/features/article/article-route.tsx'

/** An article with what other features add to it. */
export function ArticleWithTools() {
  return <ArticleRoute Tools={ListenTool} />
}
