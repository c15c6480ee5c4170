import {
  withQuery,
  type FilterChange,
  type TimelineFilter,
} from '#core/selection/timeline-filter.ts'
import { useLocale } from '#reader/language/use-locale.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { Chip, ChipList } from '#reader/ui/chip.tsx'
import { useMediaQuery, wideQuery } from '#reader/ui/use-media-query.ts'
import { formatParts } from '#search/query/query-chunk.ts'
import { isPlainPart, listReadParts, toChipText } from './part-text.ts'

interface QueryChipsProps {
  filter: TimelineFilter
  query: string
  onChange: (change: FilterChange) => unknown
}

/** How a search was read: each of its conditions, with a button that removes it. */
export function QueryChips({ filter, query, onChange }: QueryChipsProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const parts = listReadParts(query)
  const isPlain = parts.every(isPlainPart)
  // On a wide screen the search field is always in view.
  const isShown = !useMediaQuery(wideQuery)
  if (isPlain && !isShown) return null
  const chips = isPlain
    ? [{ text: t('filter.chip', { name: t('search.name'), value: query }), rest: '' }]
    : parts.map((part) => ({
        text: toChipText(part, { words: t, locale, clock: filter.clock }),
        rest: formatParts(parts.filter((other) => other !== part)),
      }))
  return (
    <ChipList label={t('search.conditions')}>
      {chips.map(({ text, rest }, at) => (
        // The conditions of one query never change order.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={at}>
          <Chip
            text={text}
            onRemove={() => {
              onChange((last) => withQuery(last, rest))
            }}
          />
        </li>
      ))}
    </ChipList>
  )
}
