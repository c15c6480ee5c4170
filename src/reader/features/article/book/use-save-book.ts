import { useQueryClient } from '@tanstack/react-query'
import type { Article } from '#reader/data/archive/article-query.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { useAbortable } from '#reader/ui/use-abortable.ts'

/** Returns what saves an article as a book, by code that is loaded then, and says how many kept pictures are missing in it. Going on to another page ends it. */
export function useSaveBook(article: Article, title: string): () => Promise<number> {
  const client = useQueryClient()
  const { language } = useTranslation()
  const { begin } = useAbortable()
  return async () => {
    const signal = begin()
    const { saveArticleBook } = await import('./save-article-book.ts')
    return saveArticleBook(client, article, { title, language, signal })
  }
}
