import { toLocale } from '#article/date-words.ts'
import { parseInterfaceLanguage } from '#article/languages/interface-languages.ts'
import type { NameWords } from '#article/view/name-words.ts'
import { toViewName } from '#article/view/view-name.ts'
import { makeWords } from '#article/words.ts'
import { parseTimelineFilter } from '#core/selection/timeline-filter.ts'

/**
 * The name that the reader will give to the list of an address, in the language of the page: words of the reader's own
 * language are not here yet. `undefined` for the whole archive.
 */
export function toEarlyName(search: string, { language, messages }: NameWords): string | undefined {
  const spoken = parseInterfaceLanguage(language) ?? 'en'
  const filter = parseTimelineFilter(new URLSearchParams(search))
  return toViewName(filter, makeWords(messages, spoken), toLocale(spoken))
}
