import { dropMarkupEnding } from './markup-name.ts'

/** Name of a post within its collection: NFC, undated, never empty. */
export type Slug = string & { readonly kind: 'Slug' }

/** Removes the date prefix and the extension from a post's file name; `undefined` when nothing is left. */
export function parseSlug(fileName: string): Slug | undefined {
  const slug = dropMarkupEnding(fileName.normalize('NFC').replace(/^\d{4}-\d{2}-\d{2}-/, ''))
  return slug === '' ? undefined : (slug as Slug)
}

/** The date a file name starts with (`YYYY-MM-DD`), whether or not such a day exists. */
export function parseFileDate(fileName: string): string | undefined {
  return /^(\d{4}-\d{2}-\d{2})-/.exec(fileName)?.[1]
}
