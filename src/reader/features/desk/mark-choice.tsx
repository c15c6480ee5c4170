import {
  withChoice,
  withValue,
  type FilterChange,
  type TimelineFilter,
} from '#core/selection/timeline-filter.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { Segmented } from '#reader/ui/segmented.tsx'
import { ListChoice } from './list-choice.tsx'
import { MarkAboveButton } from './mark-above-button.tsx'
import { SelectButton } from './select-button.tsx'
import styles from './desk.module.css'

interface MarkChoiceProps {
  filter: TimelineFilter
  onChange: (change: FilterChange) => unknown
  /** Ordinal of the topmost post of the list on the screen. */
  readTop: () => number | undefined
}

/** Narrows a list to posts that are read or unread on this device, or saved on it. */
export function MarkChoice({ filter, onChange, readTop }: MarkChoiceProps) {
  const { t } = useTranslation()
  const mark = filter.choices.get('mark')?.include ?? []
  const isSaved = filter.choices.get('saved')?.include.includes('all') ?? false
  return (
    <div className={styles.choice}>
      <Segmented
        label={t('desk.reading')}
        value={mark.length === 1 ? (mark[0] ?? 'any') : 'any'}
        options={[
          { value: 'any', label: t('desk.any') },
          { value: 'unread', label: t('mark.unread') },
          { value: 'read', label: t('mark.read') },
        ]}
        onChange={(value) => {
          const include = value === 'any' ? [] : [value]
          return onChange((last) => withChoice(last, 'mark', { include, exclude: [] }))
        }}
      />
      <label className={styles.saved}>
        <input
          type="checkbox"
          checked={isSaved}
          onChange={({ target }) => {
            const state = target.checked ? 'include' : 'open'
            onChange((last) => withValue(last, 'saved', 'all', state))
          }}
        />
        <span>{t('desk.savedOnly')}</span>
      </label>
      <ListChoice filter={filter} onChange={onChange} />
      <SelectButton />
      <MarkAboveButton filter={filter} readTop={readTop} />
    </div>
  )
}
