import { useEffect, useRef, useState } from 'react'
import { startList, longestName } from '#reader/data/desk/edit-lists.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import styles from './lists.module.css'

interface NewListFormProps {
  /** Whether somebody has asked for it, or there is nothing else to choose, so that it takes the focus. */
  hasFocus?: boolean
  onMade: (list: string) => unknown
}

/** Makes a list of the name that somebody types. */
export function NewListForm({ hasFocus = false, onMade }: NewListFormProps) {
  const { t } = useTranslation()
  const [name, setName] = useState('')
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (hasFocus) field.current?.focus()
  }, [hasFocus])
  const make = async () => {
    const list = await startList(name)
    setName('')
    if (list !== undefined) await onMade(list)
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        void make()
      }}
    >
      <input
        ref={field}
        className={styles.field}
        aria-label={t('desk.lists.newName')}
        placeholder={t('desk.lists.newName')}
        value={name}
        maxLength={longestName}
        onChange={({ target }) => setName(target.value)}
      />
      <button type="submit" className="button" disabled={name.trim() === ''}>
        {t('desk.lists.make')}
      </button>
    </form>
  )
}
