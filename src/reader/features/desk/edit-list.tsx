import { useState } from 'react'
import { toNumberText } from '#article/number-text.ts'
import { deleteList, longestName, renameList } from '#reader/data/desk/edit-lists.ts'
import { listItems } from '#reader/data/desk/desk-lists.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { Dialog } from '#reader/ui/dialog.tsx'
import { ListItems } from './list-items.tsx'
import { useOpenDesk } from './use-open-desk.ts'
import styles from './lists.module.css'

interface EditListProps {
  list: string
  onClose: () => void
}

/** Renames a list, changes the order of its posts and the notes to them, takes posts off it, deletes it. */
export function EditList({ list, onClose }: EditListProps) {
  const { t } = useTranslation()
  const desk = useOpenDesk()
  const name = desk?.get('list', list)?.name
  const items = desk === undefined ? [] : listItems(desk, list)
  const count = items.length
  return (
    <Dialog
      title={t('desk.lists.edit')}
      onClose={onClose}
      footer={
        <button
          type="button"
          className="button button-wide"
          disabled={name === undefined}
          onClick={() => {
            void deleteList(list)
            onClose()
          }}
        >
          {t('desk.lists.delete')}
        </button>
      }
    >
      {name === undefined ? (
        <p>{t('desk.lists.unknown')}</p>
      ) : (
        <>
          <NameField list={list} name={name} />
          <p className={styles.what}>
            {count === 0
              ? t('desk.lists.empty')
              : t('desk.lists.posts', { count, number: toNumberText(count) })}
          </p>
          <ListItems list={list} items={items} />
        </>
      )}
    </Dialog>
  )
}

function NameField({ list, name }: { list: string; name: string }) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState<string>()
  return (
    <label className={styles.name}>
      {t('desk.lists.nameOf')}
      <input
        className={styles.field}
        value={typed ?? name}
        maxLength={longestName}
        onChange={({ target }) => {
          setTyped(target.value)
          void renameList(list, target.value)
        }}
        onBlur={() => setTyped(undefined)}
      />
    </label>
  )
}
