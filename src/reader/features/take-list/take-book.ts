import type { QueryClient } from '@tanstack/react-query'
import type { InterfaceLanguage } from '#article/languages/interface-languages.ts'
import type { TimelineFilter } from '#core/selection/timeline-filter.ts'
import type { ListProgress } from './write-list.ts'

/** Which list becomes a book, and how. */
export interface BookOptions {
  filter: TimelineFilter
  title: string
  language: InterfaceLanguage
  pictures: 'keep' | 'none'
  signal: AbortSignal
  onProgress: (progress: ListProgress) => void
}

/** Makes a book of a list. It comes from the app: a book needs the sanitizer of articles, which is another feature's. */
export type TakeBook = (
  client: QueryClient,
  options: BookOptions,
) => Promise<{ file: Blob; counts: { missing: number } }>
