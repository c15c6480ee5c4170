import { useTranslation } from '#reader/language/use-translation.ts'
import { withQuery, withValue, type TimelineFilter } from '#core/selection/timeline-filter.ts'
import { toClockText } from '#article/view/clock-text.ts'
import type { ClockName } from '#core/time/clock.ts'
import { Chip, chipListClass } from '#reader/ui/chip.tsx'
import { useMediaQuery, wideQuery } from '#reader/ui/use-media-query.ts'
import { toActiveChoices, withoutNarrowing, withRange, type ActiveChoice } from './filter-change.ts'
import { useValueLabel } from './use-value-label.ts'
import styles from './filter.module.css'

interface ActiveFilterProps {
  filter: TimelineFilter
  /** Whether the search is shown too, as a whole. */
  hasQuery: boolean
  onChange: (filter: TimelineFilter) => void
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
    <ul className={chipListClass} aria-label={t('filter.active')}>
      {query === undefined ? null : (
        <li>
          <Chip
            text={t('filter.chip', { name: t('search.name'), value: query })}
            onRemove={() => {
              onChange(withQuery(filter, ''))
            }}
          />
        </li>
      )}
      {choices.map((choice) => (
        <li key={JSON.stringify(choice)}>
          <ChoiceChip
            choice={choice}
            clock={filter.clock}
            onRemove={() => {
              onChange(withoutChoice(filter, choice))
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
              onChange(withoutNarrowing(filter))
            }}
          >
            {t('filter.clearAll')}
          </button>
        </li>
      )}
    </ul>
  )
}

interface ChoiceChipProps {
  choice: ActiveChoice
  /** The clock of the days; absent = the archive's. */
  clock: ClockName | undefined
  onRemove: () => void
}

function ChoiceChip({ choice, clock, onRemove }: ChoiceChipProps) {
  const { t } = useTranslation()
  const toLabel = useValueLabel()
  const name = choice.kind === 'range' ? t(`filter.${choice.end}`) : t(`facet.${choice.facet}`)
  const value = choice.kind === 'range' ? choice.day : toLabel(choice.facet, choice.value)
  const isDay = choice.kind === 'range' || choice.facet === 'year'
  const dated = isDay && clock !== undefined ? `${value} · ${toClockText(clock, t)}` : value
  const isExcluded = choice.kind === 'value' && choice.state === 'exclude'
  const text = t(isExcluded ? 'filter.chipNot' : 'filter.chip', { name, value: dated })
  return <Chip text={text} onRemove={onRemove} />
}

function withoutChoice(filter: TimelineFilter, choice: ActiveChoice): TimelineFilter {
  return choice.kind === 'range'
    ? withRange(filter, choice.end, '')
    : withValue(filter, choice.facet, choice.value, 'open')
}
