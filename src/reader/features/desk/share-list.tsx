import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { toNumberText } from '#article/number-text.ts'
import { mostShared } from '#core/selection/shared-list.ts'
import { manifestQuery } from '#reader/data/archive/site-queries.ts'
import { listItems } from '#reader/data/desk/desk-lists.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { sharedListPath, toSharedAddress } from '#reader/links/paths.ts'
import { copyText } from '#reader/ui/clipboard.ts'
import { useOpenDesk } from './use-open-desk.ts'
import styles from './lists.module.css'

/** Copies a link that carries the title of a list and its posts, and says what it carries. */
export function ShareList({ list }: { list: string }) {
  const { t } = useTranslation()
  const desk = useOpenDesk()
  const { data: manifest } = useSuspenseQuery(manifestQuery())
  const [copied, setCopied] = useState<{ url: string; isCopied: boolean; left: number }>()
  const share = async () => {
    const posts = desk === undefined ? [] : listItems(desk, list).map(({ post }) => post)
    const path = sharedListPath(desk?.get('list', list)?.name ?? '', posts)
    const url = toSharedAddress(path, manifest.address, manifest.quietAddresses)
    const left = Math.max(0, posts.length - mostShared)
    setCopied({ url, left, isCopied: await copyText(url) })
  }
  return (
    <>
      <button type="button" className="button" onClick={() => void share()}>
        {t('desk.lists.share')}
      </button>
      <output className={styles.said}>
        {copied?.isCopied === true ? t('desk.lists.shared') : null}
        {copied === undefined || copied.left === 0
          ? null
          : ` ${t('desk.lists.sharedLeft', { number: toNumberText(copied.left) })}`}
      </output>
      {copied?.isCopied === false ? (
        <label className={styles.name}>
          {t('share.blocked')}
          <input
            className={styles.field}
            readOnly
            value={copied.url}
            onFocus={({ target }) => target.select()}
          />
        </label>
      ) : null}
    </>
  )
}
