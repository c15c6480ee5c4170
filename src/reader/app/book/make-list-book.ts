import type { QueryClient } from '@tanstack/react-query'
import { readArticles, readRows } from '#reader/data/archive/read-posts.ts'
import { makeBook, type MadeBook } from '#reader/features/article/book/make-book.ts'
import { toListedOrdinals } from '#reader/features/take-list/write-list.ts'
import type { BookOptions } from '#reader/features/take-list/take-book.ts'

/**
 * Makes a book of the posts of a list, in its order.
 * @throws DataError when a file could not be loaded; the signal's reason when it fires.
 */
export async function makeListBook(
  client: QueryClient,
  { filter, onProgress, ...options }: BookOptions,
): Promise<MadeBook> {
  const ordinals = await toListedOrdinals(client, filter)
  const rows = await readRows(client, ordinals, options.signal)
  return makeBook(client, {
    ...options,
    rows,
    posts: readArticles(client, ordinals, options.signal),
    onProgress: (written) => onProgress({ written, total: rows.length }),
  })
}
