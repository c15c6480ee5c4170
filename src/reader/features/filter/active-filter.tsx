import { useTranslation } from '#reader/language/use-translation.ts'
import { withQuery, withValue, type TimelineFilter } from '#core/selection/timeline-filter.ts'
import { Icon } from '#reader/ui/icon.tsx'
import { useMediaQuery, wideQuery } from '#reader/ui/use-media-query.ts'
import { toActiveChoices, withoutNarrowing, withRange, type ActiveChoice } from './filter-change.ts'
import { useValueLabel } from './use-value-label.ts'
import styles from './filter.module.css'

interface ActiveFilterProps {
  filter: TimelineFilter
  onChange: (filter: TimelineFilter) => void
}

/** A removable chip for everything that narrows the list. */
export function ActiveFilter({ filter, onChange }: ActiveFilterProps) {
  const { t } = useTranslation()
  const choices = toActiveChoices(filter)
  // On a wide screen the search field is always in view.
  const query = useMediaQuery(wideQuery) ? undefined : filter.query
  if (choices.length === 0 && query === undefined) return null
  return (
    <ul className={styles.chips} aria-label={t('filter.active')}>
      {query === undefined ? null : (
        <li>
          <Chip
            name={t('search.name')}
            value={query}
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

function ChoiceChip({ choice, onRemove }: { choice: ActiveChoice; onRemove: () => void }) {
  const { t } = useTranslation()
  const toLabel = useValueLabel()
  const name = choice.kind === 'range' ? t(`filter.${choice.end}`) : t(`facet.${choice.facet}`)
  const value = choice.kind === 'range' ? choice.day : toLabel(choice.facet, choice.value)
  const isExcluded = choice.kind === 'value' && choice.state === 'exclude'
  return <Chip {...{ name, value, isExcluded, onRemove }} />
}

interface ChipProps {
  name: string
  value: string
  isExcluded?: boolean
  onRemove: () => void
}

function Chip({ name, value, isExcluded = false, onRemove }: ChipProps) {
  const { t } = useTranslation()
  const text = t(isExcluded ? 'filter.chipNot' : 'filter.chip', { name, value })
  return (
    <button
      type="button"
      className={styles.chip}
      aria-label={t('filter.remove', { choice: text })}
      onClick={onRemove}
    >
      <span dir="auto">{text}</span>
      <Icon name="close" />
    </button>
  )
}

function withoutChoice(filter: TimelineFilter, choice: ActiveChoice): TimelineFilter {
  return choice.kind === 'range'
    ? withRange(filter, choice.end, '')
    : withValue(filter, choice.facet, choice.value, 'open')
}
