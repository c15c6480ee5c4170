import { ArticleRoute } from '#reader/features/article/article-route.tsx'
import { ListenTool } from '#reader/features/listen/listen-tool.tsx'

import { shownDesk } from '#reader/storage/desk/shown-desk.ts'

export { loadArticle } from '#reader/features/article/article-route.tsx'

shownDesk.chooseLists = async (posts) => (await import('./late-desk.ts')).chooseLists(posts)

/** An article with what other features add to it. */
export function ArticleWithTools() {
  return <ArticleRoute Tools={ListenTool} />
}
