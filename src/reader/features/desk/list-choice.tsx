import {
  withValue,
  type FilterChange,
  type TimelineFilter,
} from '#core/selection/timeline-filter.ts'
import { toNumberText } from '#article/number-text.ts'
import { listDeskLists } from '#reader/data/desk/desk-lists.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { useOpenDesk } from './use-open-desk.ts'
import styles from './lists.module.css'

interface ListChoiceProps {
  filter: TimelineFilter
  onChange: (change: FilterChange) => unknown
}

/** Narrows a list to the posts of lists that somebody has made. */
export function ListChoice({ filter, onChange }: ListChoiceProps) {
  const { t } = useTranslation()
  const desk = useOpenDesk()
  const lists = desk === undefined ? [] : listDeskLists(desk)
  if (lists.length === 0) return null
  const chosen = filter.choices.get('saved')?.include ?? []
  return (
    <fieldset className={styles.group}>
      <legend>{t('desk.lists.name')}</legend>
      <ul className={styles.choices}>
        {lists.map(({ id, name, posts }) => (
          <li key={id}>
            <label className={styles.box}>
              <input
                type="checkbox"
                checked={chosen.includes(id)}
                onChange={({ target }) => {
                  const state = target.checked ? 'include' : 'open'
                  onChange((last) => withValue(last, 'saved', id, state))
                }}
              />
              <bdi>{name}</bdi>
              <span className={styles.count}>{toNumberText(posts)}</span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
