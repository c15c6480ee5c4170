import { useTranslation } from '#reader/language/use-translation.ts'
import {
  withQuery,
  withValue,
  type FilterChange,
  type TimelineFilter,
} from '#core/selection/timeline-filter.ts'
import { toClockName } from '#article/view/clock-name.ts'
import { toRangeText } from '#article/view/period-text.ts'
import { withoutDays } from '#core/selection/filter-period.ts'
import { useLocale } from '#reader/language/use-locale.ts'
import { afterPaint } from '#reader/ui/after-paint.ts'
import { Chip, ChipList } from '#reader/ui/chip.tsx'
import { useMediaQuery, wideQuery } from '#reader/ui/use-media-query.ts'
import { toActiveChoices, withoutNarrowing, type ActiveChoice } from './filter-change.ts'
import { useValueLabel } from './use-value-label.ts'
import styles from './filter.module.css'

interface ActiveFilterProps {
  filter: TimelineFilter
  /** Whether the search is shown too, as a whole. */
  hasQuery: boolean
  onChange: (change: FilterChange) => unknown
}

/** A removable chip for everything that narrows the list. */
export function ActiveFilter({ filter, hasQuery, onChange }: ActiveFilterProps) {
  const { t } = useTranslation()
  const choices = toActiveChoices(filter)
  // On a wide screen the search field is always in view.
  const isWide = useMediaQuery(wideQuery)
  const query = isWide || !hasQuery ? undefined : filter.query
  if (choices.length === 0 && query === undefined) return null
  return (
    <ChipList label={t('filter.active')}>
      {query === undefined ? null : (
        <li>
          <Chip
            text={t('filter.chip', { name: t('search.name'), value: query })}
            onRemove={() => {
              onChange((last) => withQuery(last, ''))
            }}
          />
        </li>
      )}
      {choices.map((choice) => (
        <li key={JSON.stringify(choice)}>
          <ChoiceChip
            choice={choice}
            filter={filter}
            onRemove={() => {
              onChange((last) => withoutChoice(last, choice))
            }}
          />
        </li>
      ))}
      {choices.length === 0 ? null : (
        <li>
          <button
            type="button"
            className={styles.clear}
            onClick={() => {
              afterPaint(() => {
                onChange(withoutNarrowing)
              })
            }}
          >
            {t('filter.clearAll')}
          </button>
        </li>
      )}
    </ChipList>
  )
}

interface ChoiceChipProps {
  choice: ActiveChoice
  filter: TimelineFilter
  onRemove: () => void
}

function ChoiceChip({ choice, filter, onRemove }: ChoiceChipProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const toLabel = useValueLabel()
  const { clock } = filter
  const isRange = choice.kind === 'days'
  const name = isRange ? t('filter.dates') : t(`facet.${choice.facet}`)
  const value = isRange
    ? (toRangeText(filter, t, locale) ?? '')
    : toLabel(choice.facet, choice.value)
  const isDay = isRange || choice.facet === 'year'
  const dated = isDay && clock !== undefined ? `${value} · ${toClockName(clock, t)}` : value
  const isExcluded = choice.kind === 'value' && choice.state === 'exclude'
  const text = t(isExcluded ? 'filter.chipNot' : 'filter.chip', { name, value: dated })
  return <Chip text={text} onRemove={onRemove} />
}

function withoutChoice(filter: TimelineFilter, choice: ActiveChoice): TimelineFilter {
  return choice.kind === 'days'
    ? withoutDays(filter)
    : withValue(filter, choice.facet, choice.value, 'open')
}
