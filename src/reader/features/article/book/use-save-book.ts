import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { Article } from '#reader/data/archive/article-query.ts'
import { useTranslation } from '#reader/language/use-translation.ts'

/** Returns what saves an article as a book, by code that is loaded then, and says how many kept pictures are missing in it. Going on to another page ends it. */
export function useSaveBook(article: Article, title: string): () => Promise<number> {
  const client = useQueryClient()
  const { language } = useTranslation()
  const running = useRef<AbortController>(null)
  useEffect(() => () => running.current?.abort(), [])
  return async () => {
    const { signal } = (running.current = new AbortController())
    const { saveArticleBook } = await import('./save-article-book.ts')
    return saveArticleBook(client, article, { title, language, signal })
  }
}
