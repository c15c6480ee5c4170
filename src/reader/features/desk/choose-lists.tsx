import { toNumberText } from '#article/number-text.ts'
import type { PostSummary } from '#contract/timeline-shard.ts'
import { toDisplayTitle } from '#core/post/display-title.ts'
import { isOnList, putOnList, takeOffList } from '#reader/data/desk/edit-lists.ts'
import { listDeskLists, type DeskList } from '#reader/data/desk/desk-lists.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { Dialog } from '#reader/ui/dialog.tsx'
import { NewListForm } from './new-list-form.tsx'
import { useOpenDesk } from './use-open-desk.ts'
import styles from './lists.module.css'

interface ChooseListsProps {
  posts: readonly PostSummary[]
  onClose: () => void
}

/** Asks on which lists posts are to stand; a list that is made here gets them at once. */
export function ChooseLists({ posts, onClose }: ChooseListsProps) {
  const { t } = useTranslation()
  const desk = useOpenDesk()
  const [only, ...others] = posts
  const lists = desk === undefined ? [] : listDeskLists(desk)
  const count = posts.length
  return (
    <Dialog title={t('desk.lists.put')} onClose={onClose}>
      <p className={styles.what}>
        {only !== undefined && others.length === 0 ? (
          <bdi>{toDisplayTitle(only)}</bdi>
        ) : (
          t('desk.lists.posts', { count, number: toNumberText(count) })
        )}
      </p>
      {lists.length === 0 ? <p>{t('desk.lists.none')}</p> : null}
      <ul className={styles.choices}>
        {lists.map((list) => (
          <li key={list.id}>
            <ListBox
              list={list}
              on={
                desk === undefined
                  ? 0
                  : posts.filter((post) => isOnList(desk, list.id, post)).length
              }
              posts={posts}
            />
          </li>
        ))}
      </ul>
      <NewListForm
        hasFocus={desk !== undefined && lists.length === 0}
        onMade={(list) => putOnList(list, posts)}
      />
    </Dialog>
  )
}

interface ListBoxProps {
  list: DeskList
  posts: readonly PostSummary[]
  /** How many of the posts are on the list. */
  on: number
}

function ListBox({ list, posts, on }: ListBoxProps) {
  const isOn = on > 0 && on === posts.length
  return (
    <label className={styles.box}>
      <input
        type="checkbox"
        ref={(box) => {
          if (box !== null) box.indeterminate = on > 0 && !isOn
        }}
        checked={isOn}
        onChange={() => void (isOn ? takeOffList : putOnList)(list.id, posts)}
      />
      <bdi>{list.name}</bdi>
      <span className={styles.count}>{toNumberText(list.posts)}</span>
    </label>
  )
}
