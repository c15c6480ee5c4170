import type { QueryClient } from '@tanstack/react-query'
import type { InterfaceLanguage } from '#article/languages/interface-languages.ts'
import type { Article } from '#reader/data/archive/article-query.ts'
import { toFileName } from '#reader/ui/file-name.ts'
import { saveFile } from '#reader/ui/save-file.ts'
import { makeBook } from './make-book.ts'

/**
 * Saves an article as a book of one chapter, with the pictures that the archive keeps.
 * @returns how many of these are missing or damaged: links stand for them.
 * @throws DataError when a file could not be loaded; the signal's reason when it fires.
 */
export async function saveArticleBook(
  client: QueryClient,
  { summary, body }: Article,
  options: { title: string; language: InterfaceLanguage; signal: AbortSignal },
): Promise<number> {
  const posts = (async function* () {
    yield await Promise.resolve({ summary, body })
  })()
  const { file, counts } = await makeBook(client, {
    rows: [summary],
    posts,
    pictures: 'keep',
    ...options,
  })
  options.signal.throwIfAborted()
  saveFile(file, toFileName(options.title, new Date().toISOString().slice(0, 10), 'epub'))
  return counts.missing
}
