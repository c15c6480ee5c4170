import type { QueryClient } from '@tanstack/react-query'
import { loadBookMessages } from '#article/book/load-book-messages.ts'
import { toLocale } from '#article/date-words.ts'
import type { InterfaceLanguage } from '#article/languages/interface-languages.ts'
import { makeWords } from '#article/words.ts'
import type { PictureFile } from '#contract/picture-file.ts'
import { parsePostId } from '#core/post/post-id.ts'
import { bookType, writeBook, type BookCounts, type BookSource } from '#shape/book/write-book.ts'
import { manifestQuery } from '#reader/data/archive/site-queries.ts'
import { DataError } from '#reader/data/files/data-error.ts'
import { fetchPicture } from '#reader/data/files/fetch-picture.ts'
import { workBudget } from '#reader/data/scheduling/work-budget.ts'
import { postPath, toSharedAddress } from '#reader/links/paths.ts'
import { parseSafeHtml } from './parse-safe-html.ts'

/** A list or a post, and how its book is made. */
export interface BookRequest extends Pick<BookSource, 'rows' | 'posts'> {
  /** Name of the list or the post. */
  title: string
  language: InterfaceLanguage
  pictures: 'keep' | 'none'
  signal: AbortSignal
  onProgress?: (posts: number) => void
}

/** A book in memory, and what is in it. */
export interface MadeBook {
  file: Blob
  counts: Readonly<BookCounts>
}

/**
 * Makes a book of posts, each sanitized here.
 * @throws DataError when a file could not be loaded; the signal's reason when it fires.
 */
export async function makeBook(client: QueryClient, request: BookRequest): Promise<MadeBook> {
  const { rows, posts, title, language, pictures, signal, onProgress } = request
  const manifest = await client.ensureQueryData(manifestQuery())
  const source: BookSource = {
    rows,
    posts,
    parse: parseSafeHtml,
    ...(pictures === 'keep' ? { readPicture: (file) => readPicture(file, signal) } : {}),
  }
  const pieces = writeBook(source, {
    title,
    archiveTitle: manifest.title,
    accessed: new Date().toISOString().slice(0, 10),
    toAddress: (text) => {
      const id = parsePostId(text)
      return id && `${toSharedAddress(postPath(id), manifest.address)}/`
    },
    timeZone: manifest.timeZone,
    words: makeWords(await loadBookMessages(language), language),
    language,
    locale: toLocale(language),
  })
  const parts: Blob[] = []
  let counts: Readonly<BookCounts> = { chapters: 0, pictures: 0, missing: 0 }
  for await (const piece of pieces) {
    signal.throwIfAborted()
    // Browsers keep large ones on the disk.
    parts.push(new Blob([new Uint8Array(piece.bytes)]))
    counts = piece.counts
    onProgress?.(counts.chapters)
    await workBudget.rest()
  }
  return { file: new Blob(parts, { type: bookType }), counts }
}

/** Bytes of a kept picture; `undefined` when it is missing or damaged. */
async function readPicture(
  file: PictureFile,
  signal: AbortSignal,
): Promise<Uint8Array | undefined> {
  try {
    return await fetchPicture(file, signal)
  } catch (error) {
    const isHere = !(error instanceof DataError) || ['offline', 'late'].includes(error.kind)
    if (isHere) throw error
    return undefined
  }
}
