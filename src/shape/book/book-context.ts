import type { ReferenceContext } from '#article/reference/reference.ts'
import type { Words } from '#article/words.ts'

/** What all chapters of a book share. */
export interface BookContext extends Omit<ReferenceContext, 'toAddress'> {
  /** Name of the list, or of the one post. */
  title: string
  /** Address of a post in the archive; `undefined` where that is not known. */
  toAddress: (id: string) => string | undefined
  /** IANA zone of the archive's days. */
  timeZone: string
  /** Words of the book, below the key `book`. */
  words: Words
  /** BCP 47 language of the words. */
  language: string
  /** Locale of days and months. */
  locale: string
}
