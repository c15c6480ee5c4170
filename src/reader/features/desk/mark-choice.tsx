import {
  withChoice,
  type FilterChange,
  type TimelineFilter,
} from '#core/selection/timeline-filter.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { Segmented } from '#reader/ui/segmented.tsx'
import styles from './desk.module.css'

interface MarkChoiceProps {
  filter: TimelineFilter
  onChange: (change: FilterChange) => unknown
}

/** Narrows a list to posts that are read or unread on this device, or saved on it. */
export function MarkChoice({ filter, onChange }: MarkChoiceProps) {
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
            const include = target.checked ? ['all'] : []
            onChange((last) => withChoice(last, 'saved', { include, exclude: [] }))
          }}
        />
        <span>{t('desk.savedOnly')}</span>
      </label>
    </div>
  )
}
